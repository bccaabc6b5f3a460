import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { type Annotation, assertAnnotated } from '../../server/src/testing/annotations';

declare const __PROJECT__: string;

const injection = 'markdown.source-critic.injection';
const grammars: Readonly<Record<string, string>> = {
	'text.html.markdown': 'test/unit/fixtures/host.tmLanguage.json',
	[injection]: 'syntaxes/source-critic.markdown.json',
};
/** What a scope is called in the fixtures. */
const labels: Readonly<Record<string, string>> = {
	'keyword.other.query.source-critic': 'query',
	'comment.block.html.source-critic': 'comment',
	'keyword.control.ignore.source-critic': 'ignore',
	'string.unquoted.rule.source-critic': 'rule',
};

const fixtures = 'test/unit/fixtures';

test('query marks are marked in prose, and nothing that looks like one', async () => {
	const grammar = await loadGrammar();
	assertAnnotated(read(`${fixtures}/queries.txt`), text => marks(grammar, text));
});

test('ignore comments show their rules', async () => {
	const grammar = await loadGrammar();
	assertAnnotated(read(`${fixtures}/ignores.txt`), text => marks(grammar, text));
});

test('long lines of openings without ends are tokenised in time', async () => {
	const grammar = await loadGrammar();
	const lines = ['[', '{{cn|', '<!--', '<!-- source-critic-ignore-next a a', 'TK', '- '].map(part =>
		part.repeat(20_000 / part.length),
	);
	for (const line of lines) {
		const start = performance.now();
		grammar.tokenizeLine(line, INITIAL);
		assert.ok(performance.now() - start < 1000, `${line.slice(0, 40)}… took too long`);
	}
});

test('the manifest injects the grammar into Markdown', () => {
	const manifest = JSON.parse(read('package.json'));
	assert.deepEqual(manifest.contributes.grammars, [
		{ scopeName: injection, path: `./${grammars[injection]}`, injectTo: ['text.html.markdown'] },
	]);
});

/** Every stretch of text with a scope of ours, in order. */
function marks(grammar: IGrammar, text: string): Annotation[] {
	const found: Annotation[] = [];
	let state = INITIAL;
	let offset = 0;
	for (const line of text.split('\n')) {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
		const open = new Map<string, number>();
		const close = (label: string, end: number) => {
			const start = open.get(label);
			if (start !== undefined) found.push({ span: { start: offset + start, end: offset + end }, label });
			open.delete(label);
		};
		for (const { startIndex, scopes } of tokens) {
			const here = new Set(scopes.flatMap(scope => labels[scope] ?? []));
			for (const label of [...open.keys()]) if (!here.has(label)) close(label, startIndex);
			for (const label of here) if (!open.has(label)) open.set(label, startIndex);
		}
		for (const label of [...open.keys()]) close(label, line.length);
		state = ruleStack;
		offset += line.length + 1;
	}
	return found;
}

let registry: Registry | undefined;

async function loadGrammar(): Promise<IGrammar> {
	registry ??= await createRegistry();
	const grammar = await registry.loadGrammar('text.html.markdown');
	assert.ok(grammar);
	return grammar;
}

async function createRegistry(): Promise<Registry> {
	const wasm = readFileSync(path.join(__PROJECT__, 'node_modules/vscode-oniguruma/release/onig.wasm'));
	await loadWASM(wasm);
	return new Registry({
		onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
		async loadGrammar(scopeName) {
			const file = grammars[scopeName];
			return file === undefined ? null : parseRawGrammar(read(file), file);
		},
		getInjections: scopeName => (scopeName === 'text.html.markdown' ? [injection] : undefined),
	});
}

function read(file: string): string {
	return readFileSync(path.join(__PROJECT__, file), 'utf8');
}
