// SPDX-License-Identifier: EUPL-1.2

/** A list of listeners per event name. `on` returns the function that takes the listener off again. */
export class Events<Names extends object> {
  private listeners = new Map<keyof Names, Set<(value: never) => void>>();

  on<Name extends keyof Names>(name: Name, listener: (value: Names[Name]) => void): () => void {
    const known = this.listeners.get(name) ?? new Set();
    known.add(listener as (value: never) => void);
    this.listeners.set(name, known);
    return () => known.delete(listener as (value: never) => void);
  }

  emit<Name extends keyof Names>(name: Name, value: Names[Name]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) (listener as (value: Names[Name]) => void)(value);
  }

  clear(): void {
    this.listeners.clear();
  }
}
