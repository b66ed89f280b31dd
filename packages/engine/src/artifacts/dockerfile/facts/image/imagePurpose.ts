// SPDX-License-Identifier: Apache-2.0
import type { UnknownReason } from '@plimsoll/model';
import { DAEMONS, isOneShot } from '../../../../data/tools/oneShotPrograms.ts';
import { startsServer } from '../../../../data/tools/serviceImages.ts';
import type { ProgramCall } from '../../../../syntax/shell/programCalls.ts';
import type { ShellWord } from '../../../../syntax/shell/shellScript.ts';
import type { Stage, Step } from '../../stages/stage.ts';
import { baseImage } from '../base/baseImage.ts';
import { interpretation } from '../scripts/interpretation.ts';
import { packageName } from '../packages/packageName.ts';
import { chainSteps, stageChain } from '../stages/stageChain.ts';

/**
 * What an image is for, as far as its Dockerfile shows: something that keeps
 * running, or a tool, a job, a function, or a base for other images.
 */
export type ImagePurpose =
  | { readonly kind: 'service' | 'other' }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly detail: string;
    };

const SERVICE: ImagePurpose = { kind: 'service' };
const OTHER: ImagePurpose = { kind: 'other' };

/**
 * What the image of a stage is for. Whoever exposes a port or starts a program
 * of its own is a service, unless the program is known to end by itself.
 */
export function imagePurpose(stage: Stage): ImagePurpose {
  if (isFunction(stage) || isBase(stage)) return OTHER;
  if (stageChain(stage).some(({ state }) => state.ports.length > 0)) {
    return SERVICE;
  }
  const { cmd, entrypoint } = stage.state;
  if (!cmd && !entrypoint) return purposeOfBase(stage);
  // What a script in front gets as its arguments is what it starts.
  const last = (cmd ?? entrypoint)!.value.step;
  const isTool = !cmd && isPackagedTool(stage, last);
  const isTask =
    cmd && entrypoint && isTaskOf(entrypoint.value.step, cmd.value.step);
  return isTool || isTask || isSession(last) ? OTHER : SERVICE;
}

/** `ENTRYPOINT ["npx", "cypress"]` with `CMD ["run"]`. */
function isTaskOf({ calls }: Step, cmd: Step): boolean {
  const [call] = calls;
  if (!call || calls.length > 1 || cmd.script?.dialect !== 'exec') return false;
  const words = [...call.args, ...cmd.instruction.args];
  return isOneShot(
    call.program,
    words.map(({ value }) => value),
  );
}

/** Nothing is started here: the base image decides. */
function purposeOfBase(stage: Stage): ImagePurpose {
  const base = baseImage(stage);
  switch (base.kind) {
    case 'scratch':
      return OTHER;
    case 'known': {
      const { facts, reference } = base;
      return startsServer(facts.family, reference.tag) ? SERVICE : OTHER;
    }
    default: {
      const { reason, detail } = base;
      return { kind: 'unknown', reason, detail };
    }
  }
}

/** Whether other images are meant to be built upon it. */
function isBase({ steps }: Stage): boolean {
  return steps.some(({ instruction }) => instruction.keyword === 'onbuild');
}

/** A function of AWS Lambda: the platform asks its runtime and no port. */
function isFunction(stage: Stage): boolean {
  const { rootBase, state } = stage;
  const name = rootBase.kind === 'image' ? rootBase.name.value : '';
  if (name.includes('lambda') && LAMBDA_IMAGE.test(name)) return true;
  return [state.cmd, state.entrypoint].some(setting =>
    setting?.value.step.calls.some(
      call => isLambdaRuntime(call.name) || call.args.some(isLambdaRuntime),
    ),
  );
}

function isLambdaRuntime({ value }: ShellWord): boolean {
  return value.includes('lambda') && LAMBDA_RUNTIME.test(value);
}

const LAMBDA_IMAGE = /^public\.ecr\.aws\/lambda\/|(?:^|\/)aws-lambda-/;
const LAMBDA_RUNTIME =
  /^(?:.*\/)?(?:awslambdaric|aws-lambda-ric|aws-lambda-rie|aws_lambda_ric|lambda-entrypoint\.sh)$/;

/**
 * `RUN apk add masscan` with `ENTRYPOINT ["masscan"]`: the arguments come from
 * whoever runs it.
 */
function isPackagedTool(stage: Stage, { calls }: Step): boolean {
  const [call] = calls;
  if (!call || calls.length > 1 || call.args.length > 0) return false;
  const { program } = call;
  if (program === '' || DAEMONS.has(program)) return false;
  return chainSteps(stage)
    .filter(({ instruction }) => instruction.keyword === 'run')
    .some(step => step.calls.some(one => isInstallOf(one, program)));
}

function isInstallOf({ program, args }: ProgramCall, name: string): boolean {
  const installs =
    INSTALLERS.has(program) && args.some(({ value }) => VERB.test(value));
  return installs && args.some(word => packageName(word) === name);
}

const INSTALLERS = new Set(
  'apk apt apt-get dnf microdnf yum zypper pacman pip pip3 pipx npm yarn gem cargo conda'.split(
    ' ',
  ),
);
const VERB = /^(?:add|install|in|i|-S[a-z]*)$/;

/** Whether all that a command starts ends by itself, or waits for someone. */
function isSession(step: Step): boolean {
  const { calls, instruction, script } = step;
  if (calls.length === 0) {
    // `CMD ["--help"]` is for the program of ENTRYPOINT; so is `CMD []`.
    return script?.dialect === 'exec' && instruction.args.length > 0;
  }
  return calls.every(isSessionCall);
}

function isSessionCall(call: ProgramCall): boolean {
  const { program, name, args } = call;
  const words = args.map(({ value }) => value);
  if (isOneShot(program, words)) return true;
  const given = name.value.startsWith('-') ? [name.value, ...words] : undefined;
  if (given && isOneShot('', given)) return true;
  const interpreted = interpretation(call);
  return interpreted?.readsInput === true && call.command.operator !== '|';
}
