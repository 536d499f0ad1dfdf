import { afterAll, describe, expect, test } from '@jest/globals';
import { run } from '../support/child';
import { Place } from './command';

const place = new Place();
afterAll(() => place.remove());

/** What bash offers at the end of a command line. */
function offered(...words: string[]): string[] {
  place.write({ 'tidemark.bash': place.tidemark(['completions', 'bash']).stdout });
  const script = `source tidemark.bash; COMP_WORDS=(tidemark ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
    _tidemark; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = run('bash', ['-c', script], { cwd: place.path });
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

describe('bash completes', () => {
  test.each([
    [['--head'], ['--heading-style']],
    [['--no-gfm-t'], ['--no-gfm-tables', '--no-gfm-task-lists']],
    [
      ['--heading-style', ''],
      ['atx', 'setext'],
    ],
    [
      ['--format', 'js'],
      ['json', 'jsonl'],
    ],
    [['help', 'wra'], ['wrap']],
    [['--out', 'tide'], ['tidemark.bash']],
    [['tide'], ['tidemark.bash']],
  ])('%j', (words, names) => {
    expect(offered(...words)).toEqual(names);
  });
});

// Where the shell is there, it says whether it reads the script.
test.each(['zsh', 'fish'])('%s has a line for every flag', (shell) => {
  const { status, stdout } = place.tidemark(['completions', shell]);
  expect(status).toBe(0);
  for (const flag of ['heading-style', 'no-gfm-tables', 'out', 'rules'])
    expect(stdout).toMatch(new RegExp(`(--|-l )${flag}\\b`));
  const found = run('bash', ['-c', `command -v ${shell} || true`]).stdout.trim();
  if (found !== '')
    expect(run('bash', ['-c', `cat | ${shell} -n`], { input: stdout })).toMatchObject({ status: 0, stderr: '' });
});

test('another shell is not known', () => {
  expect(place.tidemark(['completions', 'csh'])).toMatchObject({ status: 2, stdout: '' });
});

test('the manual page is read without a warning', () => {
  const { status, stdout } = place.tidemark(['man']);
  expect(status).toBe(0);
  expect(stdout).toContain('\\-\\-heading\\-style atx|setext');
  const found = run('bash', ['-c', 'command -v groff || true']).stdout.trim();
  if (found === '') return;
  const page = run(found, ['-man', '-Tutf8', '-ww', '-Kutf8'], { input: stdout });
  expect({ status: page.status, stderr: page.stderr }).toEqual({ status: 0, stderr: '' });
  expect(page.stdout.replaceAll(/(.)[\b]\1/g, '$1')).toContain('--heading-style'); // bold is written twice
});
