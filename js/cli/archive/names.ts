/** The names of documents in a container that does not have any itself: no two are the same, on file systems that do not tell letter case either. */
export class Names {
  readonly #taken = new Set<string>();

  /** Returns the name, with a number before its ending if it is taken. */
  unique(stem: string, ending: string): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? stem + ending : `${stem} ${count}${ending}`;
      const key = name.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}
