// The texts that the sources show to people: the first argument of each `l10n.t(…)` and `t(…)`. @vscode/l10n-dev's own
// export knows the first form only and takes a tenth of a second a file.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

/**
 * The bundle of the sources below some folders, by key: the text, or text and comments. Throws where a text is put together
 * (no translator would ever see it) or its places do not fit what is filled in.
 */
export function stringsIn(folders) {
	const bundle = {};
	const problems = [];
	for (const file of folders.flatMap(sourcesIn)) {
		const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
		const isTranslator = translatorsOf(source);
		if (!isTranslator) continue;
		const visit = node => {
			if (ts.isCallExpression(node) && isTranslator(node.expression)) {
				const entry = entryOf(node);
				if (entry === null) problems.push(placeOf(source, node));
				else if (entry !== data) bundle[keyOf(entry)] = entry.comment ? entry : entry.message;
			}
			ts.forEachChild(node, visit);
		};
		visit(source);
	}
	if (problems.length > 0)
		throw new Error(`No text that can be translated, or the wrong places:\n${problems.join('\n')}`);
	return bundle;
}

/** The key of a text in a bundle, as `t` looks it up. */
function keyOf({ message, comment }) {
	return comment ? `${message}/${comment.join('')}` : message;
}

/** The sources below a folder, without tests. */
export function sourcesIn(folder) {
	return readdirSync(path.join(root, folder), { recursive: true })
		.filter(name => name.endsWith('.ts') && !/(?:\.test|\.d|(?:^|[\\/])testing)\.ts$/.test(name))
		.map(name => path.join(root, folder, name))
		.sort();
}

/** Whether a callee is the `t` of vscode's or @vscode/l10n's; null where the file imports neither. */
export function translatorsOf(source) {
	const direct = new Set();
	const spaces = new Set();
	for (const statement of source.statements) {
		if (!ts.isImportDeclaration(statement)) continue;
		const from = statement.moduleSpecifier.text;
		const named = statement.importClause?.namedBindings;
		if (!named || (from !== 'vscode' && from !== '@vscode/l10n')) continue;
		if (ts.isNamespaceImport(named)) spaces.add(from === 'vscode' ? `${named.name.text}.l10n` : named.name.text);
		else
			for (const { name, propertyName } of named.elements) {
				const imported = (propertyName ?? name).text;
				if (from === 'vscode' && imported === 'l10n') spaces.add(name.text);
				if (from === '@vscode/l10n' && imported === 't') direct.add(name.text);
			}
	}
	if (direct.size + spaces.size === 0) return null;
	return callee =>
		ts.isIdentifier(callee)
			? direct.has(callee.text)
			: ts.isPropertyAccessExpression(callee) && callee.name.text === 't' && spaces.has(callee.expression.getText());
}

/** Stands for what rules and lexicons have to say: `textsOf` takes it from there. */
const data = Symbol('data');
const fields = new Set(['why', 'note', 'question', 'implies']);

/** What of rules or entries of lexicons is shown to people: a bundle by text. */
export function textsOf(entries) {
	const texts = entries.flatMap(entry => [...fields].flatMap(field => entry[field] || []));
	return Object.fromEntries(texts.map(text => [text, text]));
}

function entryOf({ arguments: [first, ...filled] }) {
	const name = first && (ts.isPropertyAccessExpression(first) ? first.name : ts.isIdentifier(first) ? first : null);
	if (name && fields.has(name.text)) return data;
	if (first && ts.isStringLiteralLike(first)) return fits(first.text, filled) ? { message: first.text } : null;
	if (!first || !ts.isObjectLiteralExpression(first)) return null;
	const property = name => first.properties.find(each => each.name?.getText() === name)?.initializer;
	const message = property('message');
	const comment = property('comment');
	const args = property('args');
	const comments = comment && (ts.isArrayLiteralExpression(comment) ? comment.elements : [comment]);
	if (!message || !ts.isStringLiteralLike(message) || !comments?.every(ts.isStringLiteralLike)) return null;
	if (args && !ts.isArrayLiteralExpression(args)) return null;
	return fits(message.text, args?.elements ?? [])
		? { message: message.text, comment: comments.map(c => c.text) }
		: null;
}

/** Whether a text has a place for each that is filled in, and no other. */
function fits(message, filled) {
	if (filled.some(ts.isSpreadElement)) return false;
	const places = new Set([...message.matchAll(/\{([^}]*)\}/g)].map(([, place]) => place));
	return places.size === filled.length && filled.every((_, index) => places.has(String(index)));
}

function placeOf(source, node) {
	const { line } = source.getLineAndCharacterOfPosition(node.getStart());
	return `${path.relative(root, source.fileName)}:${line + 1}: ${node.getText().slice(0, 100)}`;
}
