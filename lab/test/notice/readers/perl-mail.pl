# What two Perl modules show of each mail: JSON in, a dump for each number out. The argument says which. The JSON is read
# and written here: the module that Perl comes with takes longer than both readers.
use strict;
use warnings;
use Encode ();
use MIME::Base64 ();

my @fields = qw(from to cc reply-to subject sender x-message-flag list-unsubscribe importance);
my $which = shift @ARGV;
local $SIG{__WARN__} = sub { };

sub decode {
    my ($bytes, $charset) = @_;
    $bytes = '' unless defined $bytes;
    my $encoding = Encode::find_encoding($charset || 'utf-8') || Encode::find_encoding('utf-8');
    my $text = eval { $encoding->decode($bytes, Encode::FB_DEFAULT) };
    return defined $text ? $text : Encode::decode('utf-8', $bytes);
}

sub shown {
    my ($value) = @_;
    $value =~ s/\r?\n\z//;
    my $text = eval { Encode::decode('MIME-Header', $value) };
    return defined $text ? $text : $value;
}

sub by_mime_tools {
    my ($data) = @_;
    my $parser = MIME::Parser->new;
    $parser->output_to_core(1);
    $parser->tmp_to_core(1);
    my $entity = $parser->parse_data($data);
    my %found = (texts => [], pages => [], files => []);
    for my $part ($entity->parts_DFS) {
        next if $part->parts || !$part->bodyhandle;
        my $name = $part->head->recommended_filename;
        push @{ $found{files} }, $name if defined $name;
        my $kind = lc $part->effective_type;
        next unless $kind =~ m{^text/};
        my $text = decode($part->bodyhandle->as_string, $part->head->mime_attr('content-type.charset'));
        push @{ $found{ $kind eq 'text/html' ? 'pages' : 'texts' } }, $text;
    }
    my %values = map { my $name = $_; ($name => [ map { shown($_) } $entity->head->get_all($name) ]) } @fields;
    return { %found, fields => \%values };
}

sub by_email_mime {
    my ($data) = @_;
    my $mail = Email::MIME->new($data);
    my %found = (texts => [], pages => [], files => []);
    $mail->walk_parts(
        sub {
            my ($part) = @_;
            return if $part->subparts;
            push @{ $found{files} }, $part->filename if defined $part->filename;
            my $kind = lc($part->content_type || 'text/plain');
            return unless $kind =~ m{^\s*text/};
            my $text = eval { $part->body_str };
            $text = decode($part->body, undef) unless defined $text;
            push @{ $found{ $kind =~ m{^\s*text/html} ? 'pages' : 'texts' } }, $text;
        }
    );
    my %values = map { my $name = $_; ($name => [ $mail->header_str($name) ]) } @fields;
    return { %found, fields => \%values };
}

my $read;
if ($which eq 'mime-tools') { require MIME::Parser; $read = \&by_mime_tools; }
else { require Email::MIME; $read = \&by_email_mime; }

sub quote {
    my ($text) = @_;
    my $bytes = Encode::encode('UTF-8', defined $text ? $text : '', Encode::FB_DEFAULT);
    $bytes =~ s/(["\\\x00-\x1f])/sprintf '\\u%04x', ord $1/ge;
    return qq{"$bytes"};
}

sub list { return '[' . join(',', map { quote($_) } @_) . ']' }

sub to_json {
    my ($dump) = @_;
    return '{"error":"failed"}' unless defined $dump;
    my $values = join ',', map { quote($_) . ':' . list(@{ $dump->{fields}{$_} }) } @fields;
    return join ',', '{"texts":' . list(@{ $dump->{texts} }), '"pages":' . list(@{ $dump->{pages} }),
        '"files":' . list(@{ $dump->{files} }), qq("fields":{$values}});
}

local $/;
my $input = <STDIN>;
my @dumps;
while ($input =~ /"(\d+)":"([^"]*)"/g) {
    my ($key, $bytes) = ($1, $2);
    push @dumps, qq("$key":) . to_json(eval { $read->(MIME::Base64::decode_base64($bytes)) });
}
print '{' . join(',', @dumps) . '}';
