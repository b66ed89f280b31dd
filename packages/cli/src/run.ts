// SPDX-License-Identifier: Apache-2.0
import { cac } from 'cac';
import { version } from '../package.json';
import { printAst } from './commands/printAst.ts';
import { streamAst } from './commands/streamAst.ts';
import { COULD_NOT_RUN, UsageError } from './exitCodes.ts';

/**
 * Runs the command line.
 *
 * @param argv - as `process.argv`: interpreter and script come first
 * @returns the exit code: 0 good, 1 findings, 2 could not run
 */
export async function run(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    return await parseAndRun(argv);
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`plimsoll: ${error.message}\n`);
    return COULD_NOT_RUN;
  }
}

async function parseAndRun(argv: readonly string[]): Promise<number> {
  const program = cac('plimsoll');
  program
    .command('ast [file]', 'Show how a Dockerfile is read')
    .option('--jsonl', 'Read {"id", "text"} lines from standard input')
    .example('plimsoll ast Dockerfile')
    .action((file: string | undefined, options: { jsonl?: boolean }) => {
      if (options.jsonl) return streamAst(process.stdin, process.stdout);
      if (file === undefined) {
        throw new UsageError(
          'ast needs a file, for example "plimsoll ast Dockerfile"',
        );
      }
      return printAst(file, process.stdout);
    });
  program.help();
  program.version(version);
  program.parse([...argv], { run: false });
  if (program.options.help || program.options.version) return 0;
  if (program.matchedCommand) return program.runMatchedCommand();
  const [unknown] = program.args;
  throw new UsageError(
    unknown === undefined
      ? 'name a command; "plimsoll --help" lists them'
      : `there is no command "${unknown}"; "plimsoll --help" lists them`,
  );
}

/** Wrong usage, cac's own complaints about it included. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    (error instanceof Error && error.name === 'CACError')
  );
}
