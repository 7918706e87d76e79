# A notice as two Perl modules write it again: mail in, JSON of name and base64 out.
use strict;
use warnings;
use Email::MIME;
use JSON::PP ();
use MIME::Base64 qw(encode_base64);
use MIME::Parser;

binmode STDIN;
my $data = do { local $/; <STDIN> };
my %out;
sub keep { my ($name, $bytes) = @_; $out{"Perl: $name"} = encode_base64($bytes, ''); return }

sub by_tools {
    my ($name, $change) = @_;
    my $parser = MIME::Parser->new;
    $parser->output_to_core(1);
    $parser->tmp_to_core(1);
    my $entity = $parser->parse_data($data);
    $change->($entity);
    keep("MIME-tools, $name", $entity->stringify);
    return;
}

sub recoded {
    my ($encoding) = @_;
    return sub { my ($entity) = @_; $_->head->mime_attr('content-transfer-encoding' => $encoding) for $entity->parts; return };
}

by_tools('as it is', sub { });
by_tools('base64', recoded('base64'));
by_tools('quoted-printable', recoded('quoted-printable'));
by_tools('8 bit', recoded('8bit'));
by_tools('binary', recoded('binary'));
by_tools('a trace field', sub { $_[0]->head->add('X-Virus-Scanned', 'MailScanner') });
by_tools('a field of its own', sub { $_[0]->head->add('X-MailScanner-Information', 'see northwind.example') });
by_tools('its preamble', sub { $_[0]->preamble([ "This is a multi-part message in MIME format...\n", "\n" ]) });
by_tools('a mixed part around it', sub { $_[0]->make_multipart('mixed', Force => 1) });
by_tools('headers in one line', sub { $_[0]->head->unfold });
by_tools('headers folded', sub { $_[0]->head->fold });

sub by_email_mime {
    my ($name, $change) = @_;
    my $mail = Email::MIME->new($data);
    $change->($mail);
    keep("Email::MIME, $name", $mail->as_string);
    return;
}

sub parts_in {
    my ($encoding) = @_;
    return sub {
        my ($mail) = @_;
        my @parts = $mail->parts;
        $_->encoding_set($encoding) for @parts;
        $mail->parts_set(\@parts);
        return;
    };
}

by_email_mime('as it is', sub { });
by_email_mime('base64', parts_in('base64'));
by_email_mime('quoted-printable', parts_in('quoted-printable'));
by_email_mime('8 bit', parts_in('8bit'));
by_email_mime('another boundary', sub { $_[0]->boundary_set('=_1171') });
by_email_mime('a trace field', sub { $_[0]->header_str_set('X-Spam-Score', '-1.0') });
by_email_mime('the subject again', sub { $_[0]->header_str_set('Subject', $_[0]->header_str('Subject')) });
print JSON::PP->new->utf8->encode(\%out);
