import type { JsonValue } from '../document/parse.ts';
import type { Route } from '../document/route.ts';
import type { IssueSink } from './issue-sink.ts';
import { isUnresolved, listAt, textAt, valueAt } from './schema-values.ts';

const JOIN = 'dangerouslyAllowContainerNamespaceJoin';

/** Docker settings with which OpenClaw starts no sandbox. */
export function checkSandboxRules(config: JsonValue, sink: IssueSink): void {
  checkSandbox(config, ['agents', 'defaults', 'sandbox'], sink);
  for (let index = 0; index < listAt(config, 'agents', 'list').length; index += 1) {
    if (sink.full()) return;
    checkSandbox(config, ['agents', 'list', index, 'sandbox'], sink);
  }
}

function checkSandbox(config: JsonValue, route: Route, sink: IssueSink): void {
  const sandbox = valueAt(config, ...route);
  if (sandbox === undefined) return;
  for (const [index, bind] of listAt(sandbox, 'docker', 'binds').entries()) {
    if (typeof bind !== 'string' || isUnresolved(bind)) continue;
    if (!bind.trim().startsWith('/'))
      sink.add('rule', [...route, 'docker', 'binds', index], 'docker_bind', {});
  }
  const joins = valueAt(sandbox, 'docker', JOIN) === true;
  const forbid = (part: string, whenHost: string, whenContainer: string) => {
    const network = textAt(sandbox, part, 'network').toLowerCase();
    const place = [...route, part, 'network'];
    if (network === 'host') sink.add('rule', place, whenHost, {});
    else if (network.startsWith('container:') && !joins) sink.add('rule', place, whenContainer, {});
  };
  forbid('docker', 'docker_network_host', 'docker_network_container');
  forbid('browser', 'browser_network', 'browser_network');
  for (const key of ['seccompProfile', 'apparmorProfile'])
    if (textAt(sandbox, 'docker', key).toLowerCase() === 'unconfined')
      sink.add('rule', [...route, 'docker', key], 'docker_profile_unconfined', {});
}
