# What Ruby's mail shows of each mail (Redmine, GitLab and Zammad read with it): JSON in, a dump for each number out.
require 'base64'
require 'json'
require 'mail'

FIELDS = %w[from to cc reply-to subject sender x-message-flag list-unsubscribe importance].freeze

def safe_text(text)
  text.to_s.dup.force_encoding('UTF-8').scrub('?')
end

def each_leaf(part, &block)
  return part.parts.each { |one| each_leaf(one, &block) } if part.multipart?

  block.call(part)
end

def dump(data)
  mail = Mail.read_from_string(data)
  found = { texts: [], pages: [], files: [] }
  each_leaf(mail) do |part|
    found[:files] << safe_text(part.filename) if part.filename
    kind = part.mime_type.to_s.downcase
    words = safe_text(part.decoded)
    if kind == 'text/html' then found[:pages] << words
    elsif kind.empty? || kind.start_with?('text/') then found[:texts] << words
    end
  end
  fields = FIELDS.to_h do |name|
    values = mail.header.fields.select { |field| field.name.downcase == name }
    [name, values.map { |field| safe_text(field.decoded) }]
  end
  found.merge(fields: fields)
end

def safe_dump(data)
  dump(data)
rescue StandardError => e
  { error: e.class.name }
end

$stderr = File.open(File::NULL, 'w')
mails = JSON.parse($stdin.read)
puts JSON.generate(mails.transform_values { |data| safe_dump(Base64.decode64(data)) })
