// SPDX-License-Identifier: EUPL-1.2

export type TomlValue = string | number | boolean | string[];
export type TomlTable = { [key: string]: TomlValue | TomlTable };

function value_text(value: TomlValue): string {
  return Array.isArray(value) ? `[${value.map((text) => JSON.stringify(text)).join(', ')}]` : JSON.stringify(value);
}

const is_table = (value: TomlValue | TomlTable): value is TomlTable => typeof value === 'object' && !Array.isArray(value);

/** Writes settings as a TOML file: plain values first, then one [section] for each table. */
export function write_toml(table: TomlTable, path: string[] = []): string {
  const values = Object.entries(table).filter(([, value]) => !is_table(value));
  const tables = Object.entries(table).filter((entry): entry is [string, TomlTable] => is_table(entry[1]));
  const head = path.length > 0 && values.length > 0 ? [`\n[${path.join('.')}]`] : [];
  const lines = values.map(([key, value]) => `${key} = ${value_text(value as TomlValue)}`);
  return [...head, ...lines, ...tables.map(([key, inner]) => write_toml(inner, [...path, key]))].join('\n');
}

/** `over` wins; sections are merged key by key. */
export function merge_toml(settings: TomlTable, over: TomlTable): TomlTable {
  const merged: TomlTable = { ...settings };
  for (const [key, value] of Object.entries(over)) {
    const own = merged[key];
    merged[key] = own !== undefined && is_table(own) && is_table(value) ? merge_toml(own, value) : value;
  }
  return merged;
}
