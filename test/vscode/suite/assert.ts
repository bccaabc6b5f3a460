/** The few assertions the suites need; `node:assert` is not there in a web worker. */

export function equal<T>(actual: T, expected: T, what: string): void {
	if (actual !== expected) throw new Error(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

export function ok(condition: boolean, what: string): asserts condition {
	if (!condition) throw new Error(what);
}

export function includes(text: string, part: string): void {
	if (!text.includes(part)) throw new Error(`“${part}” is not in: ${text}`);
}
