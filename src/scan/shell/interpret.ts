export { parse } from 'unbash';
export { runRest } from './functions.ts';

import {
  type Command,
  type CommandNode,
  type CompoundList,
  parse,
  type Redirection,
  type Statement,
} from 'unbash';
import { addFields, assign, BLANK } from './assign.ts';
import { judgeCommand } from './commands.ts';
import { hostBehind, received } from './connections.ts';
import { write } from './files.ts';
import { FILTERS } from './filters.ts';
import { callOf, define, isDispatch, shiftArguments } from './functions.ts';
import { judgeGuards } from './guards.ts';
import type { Invocation, Machine } from './machine.ts';
import { NETWORK } from './network.ts';
import { RUNNING, runFile } from './running.ts';
import { joined, NOTHING, UNKNOWN, type Value } from './value.ts';
import { expanded } from './words.ts';
import { eachOf } from './written.ts';

type Node = Statement['command'] | CompoundList | CommandNode;

/** Beyond these calls of functions are no more followed each. */
export const MAX_FOLLOWED = 20_000;
export const MAX_CALL_DEPTH = 40;
/** Beyond these nothing is followed. */
const MAX_COMMANDS = 300_000;
const MAX_DEPTH = 60;
const MAX_PARSED = 150_000;
/** They run the command that follows them. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'sudo doas env nohup time exec command builtin xargs timeout nice setsid stdbuf busybox toybox'.split(
    ' ',
  ),
);

export interface Budget {
  commands: number;
  depth: number;
  /** Characters of texts that were parsed within texts. */
  parsed: number;
  /** Whether more was there than is followed. */
  exceeded: boolean;
}

/** Follows statements one after the other; both branches of a condition are followed. */
export function runStatements(
  statements: readonly Statement[],
  stdin: Value,
  machine: Machine,
  budget: Budget,
): Value {
  if (budget.depth > MAX_DEPTH) return stop(budget);
  budget.depth++;
  const printed: Value[] = [];
  for (const { command } of statements) {
    const value = runNode(command, stdin, machine, budget);
    if (value !== NOTHING) printed.push(value);
  }
  budget.depth--;
  return joined(printed, '\n');
}

export function runText(text: string, machine: Machine, budget: Budget): Value {
  budget.parsed += text.length;
  if (budget.depth > MAX_DEPTH || budget.parsed > MAX_PARSED) return stop(budget);
  return runStatements(parse(text).commands, NOTHING, machine, budget);
}

function stop(budget: Budget): Value {
  budget.exceeded = true;
  return UNKNOWN;
}

function runNode(node: Node, stdin: Value, machine: Machine, budget: Budget): Value {
  if (budget.commands++ > MAX_COMMANDS || budget.depth > MAX_DEPTH) return stop(budget);
  if (node.type === 'Command') return runCommand(node, stdin, machine);
  const list = (body: CompoundList | undefined) =>
    body ? runStatements(body.commands, stdin, machine, budget) : NOTHING;
  switch (node.type) {
    case 'Pipeline': {
      let value = stdin;
      for (const command of node.commands) value = runNode(command, value, machine, budget);
      return value;
    }
    case 'AndOr':
      return joined(
        node.commands.map((command) => runNode(command, stdin, machine, budget)),
        '\n',
      );
    case 'If':
      return joined(
        [
          list(node.clause),
          list(node.then),
          ...node.elif.flatMap((it) => [list(it.clause), list(it.then)]),
          list(node.else),
        ],
        '\n',
      );
    case 'For': {
      const words = (node.wordlist ?? []).map((word) => expanded(word, machine));
      machine.variables.set(node.name.value, eachOf(words));
      return list(node.body);
    }
    case 'While':
      return joined([list(node.clause), list(node.body)], '\n');
    case 'Subshell': {
      const { folder } = machine;
      const value = list(node.body);
      machine.folder = folder;
      return value;
    }
    case 'BraceGroup':
    case 'ArithmeticFor':
    case 'Select':
      return list(node.body);
    case 'Case':
      return joined(
        node.items.map((item) => list(item.body)),
        '\n',
      );
    case 'Function': {
      const body = node.body as Node | undefined;
      if (body)
        define(node.name.text, body, (given) => runNode(body, given, machine, budget), machine);
      return NOTHING;
    }
    case 'Coproc':
      return node.body ? runNode(node.body as Node, stdin, machine, budget) : NOTHING;
    case 'CompoundList':
      return list(node);
    case 'Redirected': {
      const value = runNode(node.command, stdinOf(node.redirects, stdin, machine), machine, budget);
      return redirect(node.redirects, value, 'write', node.pos, machine);
    }
    default:
      return NOTHING;
  }
}

function runCommand(node: Command, stdin: Value, machine: Machine): Value {
  for (const assignment of node.prefix)
    if (assignment.type === 'Assignment') assign(assignment, machine);
  const named = expanded(node.name, machine);
  if (!node.name) return stdinOf(node.redirects, NOTHING, machine);
  if (named.text === '') return NOTHING;
  let args: Value[] = [];
  const words = node.args;
  // By number: scripts have tens of thousands of words.
  for (let i = 0; i < words.length; i++) {
    const arg = words[i];
    if (!arg) break;
    if (arg.type === 'Assignment') {
      assign(arg, machine);
      args.push({ text: arg.text, taints: NOTHING.taints });
    } else addFields(args, arg, machine);
  }
  let path = named.text;
  if (BLANK.test(path)) {
    // An unquoted word with blanks in it is several words, and the first is the command.
    const [first = '', ...rest] = path.split(/\s+/);
    path = first;
    args = [...rest.map((text) => ({ text, taints: named.taints })), ...args];
  }
  const { redirects } = node;
  const call = {
    name: baseOf(path),
    args,
    stdin: redirects.length === 0 ? stdin : stdinOf(redirects, stdin, machine),
    at: node.pos,
  };
  if (isDispatch(named)) machine.dispatches = true;
  if (call.name === 'shift') shiftArguments(machine);
  const value = callOf(call, machine) ?? invoke(call, path, machine, 0);
  if (redirects.length === 0) return value;
  return redirect(redirects, value, call.name, node.pos, machine);
}

function invoke(call: Invocation, path: string, machine: Machine, depth: number): Value {
  judgeCommand(call, machine);
  judgeGuards(call, machine);
  if (WRAPPERS.has(call.name) && depth < 4) {
    const start = call.args.findIndex(({ text }) => !/^-|=|^\d+[smh]?$|^\{\}$/.test(text));
    const next = call.args[start];
    if (start >= 0 && next) {
      // What xargs reads becomes arguments.
      const fed = call.name === 'xargs' ? [call.stdin] : [];
      const args = [...call.args.slice(start + 1), ...fed];
      return invoke({ ...call, name: baseOf(next.text), args }, next.text, machine, depth + 1);
    }
  }
  const handler = FILTERS.get(call.name) ?? NETWORK.get(call.name) ?? RUNNING.get(call.name);
  if (handler) return handler(call, machine);
  if (path.includes('/')) runFile(call, path, machine);
  return { text: '*', taints: call.stdin.taints };
}

function baseOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return base.startsWith('\\') ? base.slice(1) : base;
}

function stdinOf(redirects: readonly Redirection[], stdin: Value, machine: Machine): Value {
  let value = stdin;
  for (const redirection of redirects) {
    if (redirection.type === 'HereString') value = expanded(redirection.target, machine);
    else if (redirection.type === 'HereDoc') value = { text: redirection.body.text, taints: [] };
    else if (redirection.operator.startsWith('<') && redirection.target) {
      const host = hostBehind(redirection, machine);
      if (host !== undefined) value = received(host, redirection.pos, machine);
      if (host !== undefined || redirection.operator !== '<') continue;
      const path = expanded(redirection.target, machine);
      value =
        FILTERS.get('cat')?.(
          { name: 'cat', args: [path], stdin: NOTHING, at: redirection.pos },
          machine,
        ) ?? value;
    }
  }
  return value;
}

/** Whether it is what is printed, and no messages or another descriptor. */
function isOutput({ descriptor, operator }: Redirection): boolean {
  if (descriptor === undefined || operator.startsWith('&>')) return true;
  return descriptor.type === 'FileDescriptor' && descriptor.value === 1;
}

/** Output goes to a file. */
function redirect(
  redirects: readonly Redirection[],
  value: Value,
  name: string,
  at: number,
  machine: Machine,
): Value {
  let printed = value;
  for (const redirection of redirects) {
    if (
      redirection.type !== 'Redirect' ||
      !redirection.target ||
      !redirection.operator.includes('>')
    )
      continue;
    const host = hostBehind(redirection, machine);
    if (host !== undefined) {
      if (value.taints.length > 0)
        machine.flow(value.taints, { kind: 'network', call: name, detail: host }, at);
      printed = NOTHING;
      continue;
    }
    if (!isOutput(redirection)) continue;
    const path = expanded(redirection.target, machine).text;
    const adds = redirection.operator.includes('>>');
    write({ path, value, name, at, adds }, machine);
    printed = NOTHING;
  }
  return printed;
}
