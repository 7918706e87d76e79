import type { Command } from 'commander';

type Shell = 'bash' | 'zsh' | 'fish';

/** What can follow a command: `words` are its commands and options. */
interface Place {
  /** The commands typed so far, with single spaces. */
  readonly typed: string;
  readonly words: readonly string[];
}

/**
 * A script that completes every command and option; where a value is expected, the shell offers files as it always
 * does.
 */
export function toCompletion(program: Command, kind: Shell): string {
  const places = listPlaces(program, 'candor');
  return { bash: toBash, zsh: toZsh, fish: toFish }[kind](places);
}

function listPlaces(command: Command, typed: string): Place[] {
  const options = command.options.flatMap(({ long }) => long ?? []);
  const words = [...command.commands.map((one) => one.name()), ...options, '--help'];
  return [{ typed, words }, ...command.commands.flatMap((one) => listPlaces(one, `${typed} ${one.name()}`))];
}

/** Which words follow, by the commands typed so far; names of commands and options need no quoting in any shell. */
function toCases(places: readonly Place[]): string {
  return places.map(({ typed, words }) => `    '${typed}') words='${words.join(' ')}' ;;`).join('\n');
}

/** Commands that the shell walks along: everything typed that is one. */
function toKnown(places: readonly Place[]): string {
  return places.map(({ typed }) => `'${typed}'`).join('|');
}

function toBash(places: readonly Place[]): string {
  return `# bash completion of candor
_candor() {
  local typed=candor words='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "$typed \${COMP_WORDS[at]}" in
      ${toKnown(places)}) typed="$typed \${COMP_WORDS[at]}" ;;
    esac
  done
  case "$typed" in
${toCases(places)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o bashdefault -o default -F _candor candor
`;
}

function toZsh(places: readonly Place[]): string {
  // `words` is what was typed: zsh itself calls it so.
  return `#compdef candor
_candor() {
  local typed=candor offered='' at
  for ((at = 2; at < CURRENT; at++)); do
    case "$typed \${words[at]}" in
      ${toKnown(places)}) typed="$typed \${words[at]}" ;;
    esac
  done
  case "$typed" in
${toCases(places).replaceAll(" words='", " offered='")}
  esac
  compadd -- \${=offered}
  _files
}
if [ "$funcstack[1]" = _candor ]; then _candor "$@"; else compdef _candor candor; fi
`;
}

function toFish(places: readonly Place[]): string {
  const rows = places.map(
    ({ typed, words }) => `complete -c candor -n '__candor_at "${typed}"' -a '${words.join(' ')}'`,
  );
  return `# fish completion of candor
function __candor_at
  set -l typed candor
  for word in (commandline -opc)[2..-1]
    switch "$typed $word"
      case ${places.map(({ typed }) => `'${typed}'`).join(' ')}
        set typed "$typed $word"
    end
  end
  test "$typed" = "$argv[1]"
end
${rows.join('\n')}
`;
}
