import {
	type Comment,
	CommentMode,
	type CommentThread,
	CommentThreadCollapsibleState,
	CommentThreadState,
	comments,
	Disposable,
	l10n,
	Range,
	type TextDocument,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { newSalt } from '../../../server/src/configuration/hash';
import { type PlacedQuery, type PlaceQueriesParams, placeQueriesRequest } from '../../../server/src/protocol';
import { isDraft } from '../documents';
import { isWritten, type KeptComment, type KeptDraft, type KeptQuery } from '../kept/model';
import type { Store } from '../kept/store';
import { type Later, later } from '../later';
import type { Statuses } from '../statuses';
import { movedBy, type Span } from './spans';

export const controllerId = 'sourceCritic.queries';

const pauseInMilliseconds = 300;

/** Queries of the open drafts, as threads of comments beside their words. */
export interface Threads extends Disposable {
	/** Opens a thread, or the one that stands there already; null where there are no words to ask about. */
	ask(document: TextDocument, range: Range, question: Question): Promise<CommentThread | null>;
	reply(thread: CommentThread, text: string): Promise<void>;
	resolve(thread: CommentThread, resolved: boolean): Promise<void>;
	/** `isSure` asks before it takes away what someone has written. */
	remove(thread: CommentThread, isSure: IsSure): Promise<void>;
	edit(comment: Comment): void;
	save(comment: Comment): Promise<void>;
	cancel(comment: Comment): void;
	removeComment(comment: Comment, isSure: IsSure): Promise<void>;
	/** All threads of a draft, with where they stand now. */
	of(document: TextDocument): Promise<readonly StandingQuery[]>;
}

export type Question = Pick<KeptComment, 'text' | 'fromFinding'>;

/** Whether to go on. */
export type IsSure = () => Promise<boolean>;

export interface StandingQuery {
	readonly query: KeptQuery;
	/** Null where its words are gone. */
	readonly range: Range | null;
}

/** A thread on the screen. */
interface Live {
	readonly thread: CommentThread;
	query: KeptQuery;
	/** Where it stands, as edits have moved it; null where its words are gone. */
	span: Span | null;
	words: string;
}

/** A draft with threads. */
interface Open {
	readonly document: TextDocument;
	readonly live: Live[];
	readonly placeSoon: Later;
	/** Whether the threads stand where they belong in the text as it is. */
	isPlaced: boolean;
}

export function createThreads(client: BaseLanguageClient, statuses: Statuses, store: Store): Threads {
	const controller = comments.createCommentController(controllerId, l10n.t('Source Critic queries'));
	controller.options = {
		prompt: l10n.t('Reply'),
		placeHolder: l10n.t('Ask or answer. Never write the name of a source who is not named.'),
	};
	const open = new Map<string, Open>();

	function openOf(document: TextDocument): Open {
		const key = document.uri.toString();
		const known = open.get(key);
		if (known?.document === document) return known;
		const fresh: Open = {
			document,
			live: [],
			placeSoon: later(() => void place(fresh), pauseInMilliseconds),
			isPlaced: false,
		};
		open.set(key, fresh);
		return fresh;
	}

	function close(document: TextDocument): void {
		const known = open.get(document.uri.toString());
		if (known?.document !== document) return;
		open.delete(document.uri.toString());
		known.placeSoon.dispose();
		for (const { thread } of known.live) thread.dispose();
	}

	/** Shows what is kept of a draft as soon as it has been read. */
	async function begin(document: TextDocument): Promise<void> {
		if (!isDraft(document)) return;
		const { queries } = await store.read(document.uri);
		if (queries.length > 0 && !document.isClosed) await place(openOf(document));
	}

	/** Asks where the threads of a draft stand now, and puts them there. */
	async function place(draft: Open): Promise<void> {
		const { document, live } = draft;
		const { version } = document;
		const { salt, queries } = await store.read(document.uri);
		if (queries.length === 0 || document.isClosed) return;
		const known = new Map(live.map(each => [each.query.id, each]));
		const params: PlaceQueriesParams = {
			uri: client.code2ProtocolConverter.asUri(document.uri),
			salt,
			queries: queries.map(({ id, place: kept }) => {
				const span = known.get(id)?.span;
				return span ? { range: protocolRange(rangeOf(document, span)) } : { place: kept };
			}),
		};
		const found = await client.sendRequest<(PlacedQuery | null)[] | null>(placeQueriesRequest, params).catch(error => {
			client.debug('Where queries stand could not be told.', error, false);
			return null;
		});
		// It has changed meanwhile, or is not read: the next change or status asks again.
		if (!found || document.version !== version || document.isClosed || open.get(document.uri.toString()) !== draft)
			return;
		const now = await store.read(document.uri);
		for (const [i, query] of queries.entries()) {
			if (!now.queries.some(({ id }) => id === query.id)) continue;
			const placed = found[i] ?? null;
			const each = live.find(other => other.query.id === query.id) ?? create(draft, query);
			each.span = placed && spanOf(document, toRange(placed.range));
			each.words = placed?.words ?? '';
			show(draft, each);
		}
		draft.isPlaced = true;
		await keepPlaces(document, queries, found);
	}

	async function keepPlaces(
		{ uri }: TextDocument,
		queries: readonly KeptQuery[],
		found: readonly (PlacedQuery | null)[],
	): Promise<void> {
		const places = new Map(queries.map(({ id }, i) => [id, found[i]?.place]));
		await store.follow(uri, kept => {
			const moved = kept.queries.map(query => {
				const place = places.get(query.id);
				return place && JSON.stringify(place) !== JSON.stringify(query.place) ? { ...query, place } : query;
			});
			return moved.some((query, i) => query !== kept.queries[i]) ? { ...kept, queries: moved } : kept;
		});
	}

	function create({ document, live }: Open, query: KeptQuery): Live {
		const thread = controller.createCommentThread(document.uri, topOfFile, []);
		thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
		const each: Live = { thread, query, span: null, words: '' };
		live.push(each);
		return each;
	}

	function show({ document }: Open, { thread, query, span, words }: Live): void {
		const range = span ? rangeOf(document, span) : topOfFile;
		if (!thread.range?.isEqual(range)) thread.range = range;
		thread.label = span ? l10n.t('About “{0}”', words) : l10n.t('The words asked about are no longer in the text');
		thread.state = query.resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
		thread.contextValue = query.resolved ? 'resolved' : 'open';
		const shown = thread.comments as readonly ShownComment[];
		const isSame = shown.length === query.comments.length && shown.every(({ kept }, i) => kept === query.comments[i]);
		if (!isSame) thread.comments = query.comments.map(kept => shownComment(thread, kept));
	}

	function find(thread: CommentThread): { readonly draft: Open; readonly each: Live } | null {
		for (const draft of open.values()) {
			const each = draft.live.find(other => other.thread === thread);
			if (each) return { draft, each };
		}
		return null;
	}

	/** Changes a query here and where it is kept; null takes it away. */
	async function change(thread: CommentThread, how: (query: KeptQuery) => KeptQuery | null): Promise<void> {
		const found = find(thread);
		if (!found) return thread.dispose();
		const { draft, each } = found;
		const next = how(each.query);
		if (next) {
			each.query = next;
			show(draft, each);
		} else {
			draft.live.splice(draft.live.indexOf(each), 1);
			thread.dispose();
		}
		await store.change(draft.document.uri, kept => ({ ...kept, queries: replaced(kept, each.query.id, next) }));
	}

	async function ask(document: TextDocument, range: Range, question: Question): Promise<CommentThread | null> {
		await client.start();
		const draft = openOf(document);
		if (!draft.isPlaced) await place(draft);
		const asked = spanOf(document, range);
		const there = draft.live.find(({ span }) => span?.start === asked.start && span.end === asked.end);
		if (there) {
			there.thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
			return there.thread;
		}
		const { salt } = await store.read(document.uri);
		const params: PlaceQueriesParams = {
			uri: client.code2ProtocolConverter.asUri(document.uri),
			salt,
			queries: [{ range: protocolRange(range) }],
		};
		const [placed] = (await client.sendRequest<(PlacedQuery | null)[] | null>(placeQueriesRequest, params)) ?? [];
		if (!placed) return null;
		const query: KeptQuery = {
			id: newSalt(Math.random),
			place: placed.place,
			resolved: false,
			comments: [{ ...question, at: Date.now() }],
		};
		const each = create(draft, query);
		each.span = asked;
		each.words = placed.words;
		show(draft, each);
		each.thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
		await store.change(document.uri, kept => ({ ...kept, queries: [...kept.queries, query] }));
		return each.thread;
	}

	const listeners = Disposable.from(
		controller,
		workspace.onDidOpenTextDocument(document => void begin(document)),
		workspace.onDidCloseTextDocument(close),
		workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			const draft = open.get(document.uri.toString());
			if (!draft || contentChanges.length === 0) return;
			for (const each of draft.live) each.span = each.span && movedBy(each.span, contentChanges);
			draft.isPlaced = false;
			draft.placeSoon.start();
		}),
		// It may have been opened before its queries came.
		store.onDidMove(uri => {
			const document = workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
			if (document) void begin(document);
		}),
		statuses.onDidChange(uri => {
			for (const document of workspace.textDocuments) {
				if (uri !== undefined && document.uri.toString() !== uri) continue;
				if (!open.get(document.uri.toString())?.isPlaced) void begin(document);
			}
		}),
	);
	for (const document of workspace.textDocuments) void begin(document);

	return {
		ask,
		reply: (thread, text) =>
			text.trim() === ''
				? Promise.resolve()
				: change(thread, query => ({
						...query,
						comments: [...query.comments, { text: text.trim(), at: Date.now() }],
					})),
		resolve: (thread, resolved) => {
			thread.collapsibleState = resolved
				? CommentThreadCollapsibleState.Collapsed
				: CommentThreadCollapsibleState.Expanded;
			return change(thread, query => ({ ...query, resolved }));
		},
		async remove(thread, isSure) {
			const query = find(thread)?.each.query;
			if (query && isWritten(query) && !(await isSure())) return;
			await change(thread, () => null);
		},
		edit: comment => setMode(comment, CommentMode.Editing),
		cancel(comment) {
			if (!isShown(comment)) return;
			comment.body = comment.kept.text;
			setMode(comment, CommentMode.Preview);
		},
		async save(comment) {
			if (!isShown(comment)) return;
			const text = textOf(comment).trim();
			if (text === '') return;
			comment.mode = CommentMode.Preview;
			await change(comment.thread, query => ({
				...query,
				comments: query.comments.map(kept => (kept === comment.kept ? edited(kept, text) : kept)),
			}));
		},
		async removeComment(comment, isSure) {
			if (!isShown(comment)) return;
			if (isWritten({ comments: [comment.kept] }) && !(await isSure())) return;
			await change(comment.thread, query => {
				const left = query.comments.filter(kept => kept !== comment.kept);
				return left.length === 0 ? null : { ...query, comments: left };
			});
		},
		async of(document) {
			const { queries } = await store.read(document.uri);
			if (queries.length === 0) return [];
			const draft = openOf(document);
			await place(draft);
			return draft.live.map(({ query, span }) => ({ query, range: span && rangeOf(document, span) }));
		},
		dispose() {
			listeners.dispose();
			for (const { placeSoon } of open.values()) placeSoon.dispose();
		},
	};
}

// --- comments ----------------------------------------------------------------------------------------------------

/** A comment knows its thread and what is kept of it: commands are handed the comment alone. */
interface ShownComment extends Comment {
	readonly thread: CommentThread;
	readonly kept: KeptComment;
}

function shownComment(thread: CommentThread, kept: KeptComment): ShownComment {
	return {
		thread,
		kept,
		// A string is shown as it is: no word of the draft is markup.
		body: kept.text,
		mode: CommentMode.Preview,
		author: { name: l10n.t('You') },
		timestamp: new Date(kept.at),
		contextValue: 'query',
	};
}

function isShown(comment: Comment): comment is ShownComment {
	return 'kept' in comment && 'thread' in comment;
}

/** Whoever puts a question otherwise has written it. */
function edited(kept: KeptComment, text: string): KeptComment {
	return text === kept.text ? kept : { text, at: kept.at };
}

function textOf({ body }: Comment): string {
	return typeof body === 'string' ? body : body.value;
}

/** A thread shows a comment's new state when it is given its comments anew. */
function setMode(comment: Comment, mode: CommentMode): void {
	if (!isShown(comment)) return;
	comment.mode = mode;
	comment.thread.comments = [...comment.thread.comments];
}

function replaced({ queries }: KeptDraft, id: string, next: KeptQuery | null): readonly KeptQuery[] {
	return queries.flatMap(query => {
		if (query.id !== id) return [query];
		return next ? [{ ...next, place: query.place }] : [];
	});
}

// --- places ------------------------------------------------------------------------------------------------------

const topOfFile = new Range(0, 0, 0, 0);

function rangeOf(document: TextDocument, { start, end }: Span): Range {
	return new Range(document.positionAt(start), document.positionAt(end));
}

function spanOf(document: TextDocument, { start, end }: Range): Span {
	return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function toRange({ start, end }: PlacedQuery['range']): Range {
	return new Range(start.line, start.character, end.line, end.character);
}

function protocolRange({ start, end }: Range): PlacedQuery['range'] {
	return {
		start: { line: start.line, character: start.character },
		end: { line: end.line, character: end.character },
	};
}
