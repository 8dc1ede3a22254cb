import type { Secret } from '../config/secret.ts';
import type { SecretProblem, SecretReference } from '../config/secret-refs.ts';
import type {
  ConfigFile,
  ConfigIssue,
  ConfigSnapshot,
  ConfigValue,
  EnvReference,
  Origin,
} from '../config/tree.ts';
import { isJsonObject } from '../document/json-object.ts';
import {
  bool,
  type Guard,
  list,
  number,
  oneOf,
  optional,
  present,
  record,
  shape,
  text,
} from './shape.ts';

const step: Guard<string | number> = (value, at, fault): value is string | number =>
  typeof value === 'number' || text(value, at, fault);
const route = list(step);

/** What stands where a secret was. */
export const secret = shape<Secret>({
  $secret: shape<Secret['$secret']>({
    length: number,
    id: number,
    kind: oneOf<Secret['$secret']['kind']>({
      literal: true,
      env: true,
      ref: true,
      placeholder: true,
    }),
    env: optional(list(text)),
    weak: optional(bool),
    nothing: optional(bool),
    template: optional(bool),
  }),
});

const configValue: Guard<ConfigValue> = (value, at, fault): value is ConfigValue => {
  if (Array.isArray(value)) return list(configValue)(value, at, fault);
  if (!isJsonObject(value)) return present(value, at, fault);
  if (Object.hasOwn(value, '$secret')) return secret(value, at, fault);
  return record(configValue)(value, at, fault);
};

const origin: Guard<Origin> = (value, at, fault): value is Origin =>
  shape<Origin>({
    at: optional(shape<NonNullable<Origin['at']>>({ file: number, route })),
    children: optional(record(origin)),
  })(value, at, fault);

/** The config as a snapshot holds it. */
export const config = shape<ConfigSnapshot>({
  generation: oneOf<ConfigSnapshot['generation']>({ '2026.2': true, '2026.9': true }),
  files: list(shape<ConfigFile>({ path: text, text: optional(text), positions: bool })),
  tree: configValue,
  origins: origin,
  issues: list(
    shape<ConfigIssue>({
      code: oneOf<ConfigIssue['code']>({
        syntax: true,
        encoding: true,
        too_large: true,
        too_deep: true,
        not_an_object: true,
        include: true,
        env_unset: true,
        unknown_key: true,
        unknown_channel: true,
        type: true,
        value: true,
        legacy_key: true,
        duplicate_key: true,
        retired: true,
        rule: true,
      }),
      file: number,
      route,
      line: optional(number),
      column: optional(number),
      problem: text,
      args: record(step),
    }),
  ),
  envReferences: list(shape<EnvReference>({ route, names: list(text), unset: list(text) })),
  secretReferences: optional(
    list(
      shape<SecretReference>({
        route,
        source: oneOf<SecretReference['source']>({
          env: true,
          file: true,
          exec: true,
          store: true,
        }),
        provider: text,
        id: text,
        problem: optional(
          oneOf<SecretProblem>({
            env_unset: true,
            env_not_allowed: true,
            no_provider: true,
            other_source: true,
            file_missing: true,
            file_unreadable: true,
            file_too_large: true,
            file_exposed: true,
            file_symlink: true,
            file_malformed: true,
            bad_id: true,
            no_value: true,
            exec_not_run: true,
            store_not_read: true,
            too_many: true,
          }),
        ),
      }),
    ),
  ),
  missing: bool,
  unreadable: bool,
});
