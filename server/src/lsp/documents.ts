/** The open documents, kept in step with the editor. What holds the text can be replaced here. */
import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** One change of an open document: `inserted` code units in place of those from `start` to `end`. Changes follow one another. */
export interface TextChange {
	readonly start: number;
	readonly end: number;
	readonly inserted: number;
}

export interface DocumentEvents {
	opened(document: TextDocument): void;
	changed(document: TextDocument, changes: readonly TextChange[]): void;
	saved(document: TextDocument): void;
	closed(document: TextDocument): void;
}

export interface Documents {
	get(uri: string): TextDocument | undefined;
	all(): readonly TextDocument[];
}

export function listenToDocuments(connection: Connection, events: DocumentEvents): Documents {
	const changesOf = new WeakMap<TextDocument, readonly TextChange[]>();
	const store = new TextDocuments<TextDocument>({
		create: (uri, languageId, version, content) => TextDocument.create(uri, languageId, version, content),
		update(document, events, version) {
			const changes: TextChange[] = [];
			for (const event of events) {
				const before = document.getText();
				if ('range' in event) changes.push(changeOf(document, event.range, event.text));
				TextDocument.update(document, [event], version);
				if (!('range' in event)) changes.push(difference(before, event.text));
			}
			changesOf.set(document, changes);
			return document;
		},
	});
	const open = new Set<TextDocument>();
	store.onDidOpen(({ document }) => {
		open.add(document);
		events.opened(document);
	});
	// The store tells of an opening as a change too.
	store.onDidChangeContent(({ document }) => {
		const changes = changesOf.get(document);
		changesOf.delete(document);
		if (changes) events.changed(document, changes);
	});
	store.onDidSave(({ document }) => events.saved(document));
	store.onDidClose(({ document }) => {
		open.delete(document);
		events.closed(document);
	});
	store.listen(connection);
	return { get: uri => store.get(uri), all: () => [...open] };
}

function changeOf(document: TextDocument, range: Parameters<TextDocument['getText']>[0], text: string): TextChange {
	const start = range ? document.offsetAt(range.start) : 0;
	const end = range ? document.offsetAt(range.end) : 0;
	return { start: Math.min(start, end), end: Math.max(start, end), inserted: text.length };
}

/** The change between two whole texts, without what they have in common at both ends. */
export function difference(before: string, after: string): TextChange {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
	let tail = 0;
	while (
		tail < shorter - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	)
		tail++;
	return { start: head, end: before.length - tail, inserted: after.length - tail - head };
}
