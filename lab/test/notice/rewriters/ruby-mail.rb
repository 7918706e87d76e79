# A notice as Ruby's mail writes it again: mail in, JSON of name and base64 out.
require 'base64'
require 'json'
require 'mail'

data = $stdin.binmode.read
out = {}
keep = lambda do |name, &change|
  mail = Mail.read_from_string(data)
  change&.call(mail)
  out["Ruby: #{name}"] = Base64.strict_encode64(mail.encoded)
rescue StandardError
  # What this version of the library cannot write is no case.
  nil
end

def recode(mail, encoding)
  mail.parts.each do |part|
    words = part.decoded
    part.body = words.dup.force_encoding('UTF-8')
    part.body.encoding = '8bit'
    part.content_transfer_encoding = encoding
  end
end

keep.call('as it is')
keep.call('in base64') { |mail| recode(mail, 'base64') }
keep.call('in 8 bit') { |mail| recode(mail, '8bit') }
keep.call('in quoted-printable') { |mail| recode(mail, 'quoted-printable') }
keep.call('for a transport of 8 bit') { |mail| mail.transport_encoding = '8bit' }
keep.call('a trace field') { |mail| mail.header['X-Spam-Status'] = 'No, score=-1.0' }
keep.call('a field of its own') { |mail| mail.header['X-Redmine-Host'] = 'tickets.northwind.example' }
keep.call('another Message-ID') { |mail| mail.message_id = '<4f@tickets.northwind.example>' }
puts JSON.generate(out)
