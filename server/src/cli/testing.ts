/** A process of a test: temporary files, and what is written to its streams. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type Host, run } from './run';

/** What a run of the command line came to. */
export interface Ran {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** What differs from an empty folder, closed standard input and no terminal. */
export interface Around {
	/** Files by name from the folder on; a name with "/" makes folders. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	readonly stdin?: string | Uint8Array;
	readonly env?: Host['env'];
	readonly isTTY?: boolean;
}

/** Runs the command line in a folder of its own, which is gone afterwards. */
export async function runIn({ files = {}, stdin, env = {}, isTTY = false }: Around, ...args: string[]): Promise<Ran> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'source-critic-cli-'));
	// A repository's top: no configuration is looked for above it.
	mkdirSync(path.join(folder, '.git'));
	try {
		for (const [name, content] of Object.entries(files)) {
			const file = path.join(folder, name);
			mkdirSync(path.dirname(file), { recursive: true });
			writeFileSync(file, content);
		}
		const out: string[] = [];
		const err: string[] = [];
		const code = await run(args, {
			stdin: Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]),
			stdout: { write: text => out.push(text), isTTY },
			stderr: { write: text => err.push(text) },
			env,
			cwd: () => folder,
			now: () => new Date('2030-01-02T03:04:00Z'),
		});
		return { code, stdout: out.join(''), stderr: err.join('') };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What tests look at in a document of `--format json`. */
export interface JsonDocument {
	readonly schema: number;
	readonly path: string;
	readonly error?: string;
	readonly offsets: string;
	readonly language: string;
	readonly genre: string;
	readonly blocks: readonly { readonly kind: string; readonly span: JsonSpan }[];
	readonly quotations: readonly {
		readonly spans: readonly JsonSpan[];
		readonly kind: string;
		readonly speaker: string | null;
	}[];
	readonly sources: readonly {
		readonly id: string;
		readonly name: string;
		readonly kind: string;
		readonly identification: string;
		readonly mentions: readonly JsonSpan[];
	}[];
	readonly attributions: readonly {
		readonly source: readonly JsonSpan[] | null;
		readonly sourceId: string | null;
		readonly cue: readonly JsonSpan[];
		readonly content: readonly JsonSpan[];
	}[];
	readonly claims: readonly { readonly span: JsonSpan; readonly voice: string; readonly trigger: string }[];
	readonly findings: readonly {
		readonly rule: string;
		readonly span: JsonSpan;
		readonly range: { readonly start: JsonPosition; readonly end: JsonPosition };
		readonly severity: string;
		readonly message: string;
		readonly help: string;
		readonly suppressed: boolean;
		readonly fixes: readonly {
			readonly title: string;
			readonly edits: readonly { readonly span: JsonSpan; readonly text: string; readonly snippet?: string }[];
		}[];
	}[];
}

type JsonSpan = readonly [start: number, end: number];

interface JsonPosition {
	readonly line: number;
	readonly character: number;
}

/** The documents of `--format json`: one a line. */
export function documentsOf({ stdout }: Ran): readonly JsonDocument[] {
	return stdout
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line) as JsonDocument);
}
