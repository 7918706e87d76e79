/*
 * Peer: GMime over the messages of an mbox, in C. Does what our text reader does: the file and each message are digested, every text part is decoded,
 * brought to UTF-8 and digested, addresses and dates of the header are read.
 *   gmime FILE   prints {"messages","texts"}
 */
#include <fcntl.h>
#include <gmime/gmime.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long messages = 0;
static unsigned long texts = 0;

static void take_part(GMimeObject *parent, GMimeObject *part, gpointer digest) {
  (void)parent;
  if (!GMIME_IS_TEXT_PART(part)) return;
  char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
  if (text == NULL) return;
  EVP_DigestUpdate(digest, text, strlen(text));
  g_free(text);
  texts += 1;
}

static void take_message(GMimeMessage *message, EVP_MD_CTX *digest) {
  unsigned char sum[EVP_MAX_MD_SIZE];
  InternetAddressList *all = g_mime_message_get_all_recipients(message);
  if (all != NULL) g_object_unref(all);
  g_mime_message_get_from(message);
  g_mime_message_get_date(message);
  g_mime_message_get_message_id(message);
  EVP_DigestInit_ex(digest, EVP_sha256(), NULL);
  g_mime_message_foreach(message, take_part, digest);
  EVP_DigestFinal_ex(digest, sum, NULL);
  messages += 1;
}

int main(int count, char **arguments) {
  unsigned char sum[EVP_MAX_MD_SIZE];
  struct stat status;
  if (count != 2) return 2;
  int file = open(arguments[1], O_RDONLY);
  if (file < 0 || fstat(file, &status) != 0) return 1;
  unsigned char *bytes = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED) return 1;
  if (EVP_Digest(bytes, status.st_size, sum, NULL, EVP_sha256(), NULL) != 1) return 1;
  g_mime_init();
  GMimeStream *stream = g_mime_stream_mmap_new(file, PROT_READ, MAP_PRIVATE);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
  EVP_MD_CTX *digest = EVP_MD_CTX_new();
  gint64 from = 0;
  while (!g_mime_parser_eos(parser)) {
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (message == NULL) break;
    gint64 to = g_mime_parser_tell(parser);
    if (EVP_Digest(bytes + from, to - from, sum, NULL, EVP_sha256(), NULL) != 1) return 1;
    take_message(message, digest);
    g_object_unref(message);
    from = to;
  }
  EVP_MD_CTX_free(digest);
  g_object_unref(parser);
  g_object_unref(stream);
  printf("{\"messages\":%lu,\"texts\":%lu}\n", messages, texts);
  return 0;
}
