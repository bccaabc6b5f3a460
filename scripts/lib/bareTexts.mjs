// Texts that the editor would show as they stand in the sources, in English whatever the reader's language. Where a text is
// shown is told by the name of the property or the function that takes it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';
import { sourcesIn, translatorsOf } from './strings.mjs';

/** What is shown of the values that are handed to VS Code, to LSP clients, and to people. */
const properties = new Set(
	'title tooltip label description detail documentation placeHolder placeholder prompt message text contents name saveLabel openLabel'.split(
		' ',
	),
);
const functions =
	/^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|createCommentController|TreeItem|tell|confirmed)$/;
/** The same in every language. */
const names = new Set(['Source Critic', 'CSV', 'Markdown', 'HTML']);

/** The places of such texts below some folders: "file:line: text". */
export function bareTextsIn(folders) {
	return folders.flatMap(sourcesIn).flatMap(file => bareTextsOf(readFileSync(file, 'utf8'), path.relative(root, file)));
}

/** The same of one source. */
export function bareTextsOf(text, file) {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const isTranslator = translatorsOf(source) ?? (() => false);
	const found = [];
	const visit = node => {
		if (ts.isCallExpression(node) && isTranslator(node.expression)) return;
		for (const value of shownBy(node)) found.push(...literalsIn(value).filter(isBare));
		if (isTemplate(node) && hasBareMarkup(node)) found.push(node);
		ts.forEachChild(node, visit);
	};
	visit(source);
	const places = [...new Set(found)].map(node => {
		const { line } = source.getLineAndCharacterOfPosition(node.getStart());
		return `${file}:${line + 1}: ${node.getText().slice(0, 100)}`;
	});
	return places;
}

/** Those of a node's values that are shown. */
function shownBy(node) {
	if (ts.isPropertyAssignment(node)) return properties.has(node.name.getText()) ? [node.initializer] : [];
	if (ts.isBinaryExpression(node)) {
		const { left, right, operatorToken } = node;
		const isAssignment = operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(left);
		return isAssignment && properties.has(left.name.text) ? [right] : [];
	}
	if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
	const { expression } = node;
	const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
	return functions.test(name) ? (node.arguments ?? []) : [];
}

/** Literals that a value may come to; what is compared, or handed to a function, is none. */
function literalsIn(value) {
	if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return [value];
	if (ts.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse].flatMap(literalsIn);
	if (ts.isBinaryExpression(value)) {
		const { kind } = value.operatorToken;
		const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken];
		return joins.includes(kind) ? [value.left, value.right].flatMap(literalsIn) : [];
	}
	if (ts.isParenthesizedExpression(value)) return literalsIn(value.expression);
	if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(literalsIn);
	return [];
}

/** Words of ours: a single one in small letters is an id or an icon, unless it stands beside what is filled in. */
function isBare(literal) {
	const words = wordsOf(literal).replace(/\$\(\w[\w-]*\)/g, ' ');
	if (names.has(words.replace(/[: ]+$/, ''))) return false;
	return /[A-Za-z]{2}/.test(words) && (ts.isTemplateExpression(literal) || /\p{Lu}|[a-z] ./u.test(words.trim()));
}

function isTemplate(node) {
	return ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

/** Text between two tags, or in an attribute that is read out. */
function hasBareMarkup(template) {
	const markup = wordsOf(template).replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '');
	return /<\/?\w+[^<>]*>\s*\p{L}{2,}[^<>]*<\//u.test(markup) || /\b(?:aria-label|title|alt|lang)="\p{L}+/u.test(markup);
}

/** What is filled in is no word of ours. */
function wordsOf(literal) {
	if (!ts.isTemplateExpression(literal)) return literal.text;
	return [literal.head, ...literal.templateSpans.map(span => span.literal)].map(({ text }) => text).join('');
}
