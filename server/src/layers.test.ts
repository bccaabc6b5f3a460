import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

declare const __PROJECT__: string;

/** Each layer, and the layers and packages it may import. Tests may import what they like. */
const layers: Readonly<Record<string, readonly string[]>> = {
	text: ['micromark', 'micromark-extension-gfm', 'decode-named-character-reference', 'micromark-util-types'],
	tagging: ['text', 'kernel'],
	attribution: ['text', 'tagging', 'kernel'],
	rules: ['text', 'attribution', '@vscode/l10n'],
	'analysis.ts': ['text', 'attribution', 'rules'],
	report: ['text', 'attribution', 'rules', 'analysis', '@vscode/l10n'],
	configuration: ['text', 'tagging', 'attribution', 'rules', 'analysis', 'jsonc-parser', '@vscode/l10n'],
	checking: ['text', 'attribution', 'rules', 'analysis', 'report', 'configuration', '@vscode/l10n'],
	lsp: [
		'text',
		'attribution',
		'rules',
		'analysis',
		'report',
		'configuration',
		'checking',
		'protocol',
		'@vscode/l10n',
		'jsonc-parser',
		'vscode-languageserver',
		'vscode-languageserver-textdocument',
		'vscode-uri',
	],
	cli: [
		'text',
		'attribution',
		'rules',
		'analysis',
		'report',
		'configuration',
		'resources',
		'node:fs',
		'node:path',
		'node:util',
	],
};
/** Layers that know neither Node nor the DOM; `tsconfig.core.json` compiles them without either's types. */
const root = path.join(__PROJECT__, 'server/src');

for (const [layer, allowed] of Object.entries(layers)) {
	test(`${layer} imports only ${allowed.join(', ')}`, () => {
		const files = filesOf(layer);
		assert.ok(files.length > 0, `${layer} is empty`);
		for (const file of files) {
			for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
				/^(?:import|export)\b[^;]*?\bfrom '([^']+)';/gms,
			)) {
				const target = targetOf(file, from);
				const own = layer.replace(/\.ts$/, '');
				assert.ok(target === own || allowed.includes(target), `${path.relative(root, file)} imports ${from}`);
			}
		}
	});
}

function filesOf(layer: string): readonly string[] {
	if (layer.endsWith('.ts')) return [path.join(root, layer)];
	return readdirSync(path.join(root, layer), { recursive: true, encoding: 'utf8' })
		.filter(
			name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(?:^|[\\/])(?:testing|fixtures)\.ts$/.test(name),
		)
		.map(name => path.join(root, layer, name));
}

function targetOf(file: string, from: string): string {
	if (from.startsWith('.')) {
		const [first = '', second = ''] = path.relative(root, path.resolve(path.dirname(file), from)).split(path.sep);
		return first === '..' ? second : first;
	}
	const parts = from.split('/');
	return from.startsWith('@') ? parts.slice(0, 2).join('/') : from.startsWith('node:') ? from : (parts[0] ?? '');
}
