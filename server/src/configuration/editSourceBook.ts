/** Adding to the source book without touching what else stands in it. */
import { t } from '@vscode/l10n';
// The package's main file is UMD, which bundlers cannot follow.
import { parseTree } from 'jsonc-parser/lib/esm/main';
import { append, type ConfigEdit, eolOf, member } from './editConfig';
import { type BookEntry, parseSourceBook, sourceBookName } from './sourceBook';

/**
 * The edits, in order, that add an entry as the last one. Null where the book is broken, or holds something else in that
 * place: it is for its writer to mend. An empty text gives a whole new file, which begins by saying what it is.
 */
export function addToBook(text: string, entry: BookEntry): readonly ConfigEdit[] | null {
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	const body = text.slice(start);
	if (!parseSourceBook(body).wellFormed) return null;
	const root = parseTree(body, [], { allowTrailingComma: true, allowEmptyContent: true });
	const sources = root ? member(root, 'sources') : null;
	if (sources !== null && sources.type !== 'array') return null;
	const { name, aliases, ...rest } = entry;
	const value = { name, ...(aliases.length > 0 && { aliases }), ...rest };
	const edits = !root
		? [newBook(body, value)]
		: sources
			? append(body, sources, null, value)
			: append(body, root, 'sources', [value]);
	return edits.map(edit => ({ ...edit, start: edit.start + start, end: edit.end + start }));
}

function newBook(body: string, entry: object): ConfigEdit {
	const eol = eolOf(body);
	const gap = body === '' || body.endsWith('\n') ? '' : eol;
	const about = body.trim() === '' ? leadingComment().map(line => `// ${line}${eol}`) : [];
	const json = JSON.stringify({ sources: [entry] }, null, '\t').replaceAll('\n', eol);
	return { start: body.length, end: body.length, text: `${gap}${about.join('')}${json}${eol}` };
}

/** What the file says of itself when it is new; the one time that anything is suggested. */
function leadingComment(): readonly string[] {
	return [
		t('The source book: whom we quote by name, and what there is to know of them. Private to the newsroom.'),
		t('Sources who are not to be named have no place here: whoever opens this file could learn who they are.'),
		t('If this folder is shared, through Git or otherwise, add {0} to .gitignore.', sourceBookName),
	];
}
