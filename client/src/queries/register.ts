import {
	type Comment,
	type CommentReply,
	type CommentThread,
	commands,
	Disposable,
	env,
	l10n,
	Range,
	type TextDocument,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	askWriterCommand,
	type FoundQuery,
	type QueriesParams,
	type QueryAtParams,
	queriesRequest,
	queryAtRequest,
} from '../../../server/src/protocol';
import { isDraft } from '../documents';
import type { Store } from '../kept/store';
import type { Statuses } from '../statuses';
import { createThreads, type Threads } from './threads';

const shownForMilliseconds = 8000;

/** Questions to the writer, kept beside the draft: asked at a finding, answered, resolved, and copied as text. */
export function registerQueries(client: BaseLanguageClient, statuses: Statuses, store: Store): Disposable {
	const threads = createThreads(client, statuses, store);
	return Disposable.from(
		threads,
		commands.registerCommand(askWriterCommand, (query?: FoundQuery) => askWriter(client, threads, query)),
		commands.registerCommand('sourceCritic.copyQueries', () => copyQueries(client, threads)),
		commands.registerCommand('sourceCritic.replyToQuery', ({ thread, text }: CommentReply) =>
			threads.reply(thread, text),
		),
		commands.registerCommand('sourceCritic.resolveQuery', (thread: CommentThread) => threads.resolve(thread, true)),
		commands.registerCommand('sourceCritic.reopenQuery', (thread: CommentThread) => threads.resolve(thread, false)),
		commands.registerCommand('sourceCritic.deleteQuery', (thread: CommentThread, isSure?: unknown) =>
			threads.remove(
				thread,
				async () => isSure === true || confirmed(l10n.t('Delete this query and what was written in it?')),
			),
		),
		commands.registerCommand('sourceCritic.editComment', (comment: Comment) => threads.edit(comment)),
		commands.registerCommand('sourceCritic.saveComment', (comment: Comment) => threads.save(comment)),
		commands.registerCommand('sourceCritic.cancelComment', (comment: Comment) => threads.cancel(comment)),
		commands.registerCommand('sourceCritic.deleteComment', (comment: Comment, isSure?: unknown) =>
			threads.removeComment(comment, async () => isSure === true || confirmed(l10n.t('Delete this comment?'))),
		),
	);
}

/** At a finding that is handed over, or at that of the caret; else about the words that are selected. */
async function askWriter(
	client: BaseLanguageClient,
	threads: Threads,
	offered?: FoundQuery,
): Promise<CommentThread | null> {
	const editor = window.activeTextEditor;
	const document = offered
		? workspace.textDocuments.find(each => each.uri.toString() === uriOf(client, offered.uri))
		: editor?.document;
	if (!document || !isDraft(document)) return null;
	await client.start();
	const query = offered ?? (await queryAtCaret(client, document));
	if (query) {
		const { start, end } = query.range;
		const range = new Range(start.line, start.character, end.line, end.character);
		return threads.ask(document, range, { text: query.question, fromFinding: true });
	}
	const selection = editor?.selection;
	if (!selection || selection.isEmpty) {
		tell(l10n.t('$(info) No finding of Source Critic at the caret. Select the words to ask about.'));
		return null;
	}
	const question = await window.showInputBox({
		title: l10n.t('Ask the Writer'),
		prompt: l10n.t('What is to be asked about these words? Never for the name of a source who is not named.'),
	});
	if (!question?.trim()) return null;
	const thread = await threads.ask(document, selection, { text: question.trim() });
	if (!thread) tell(l10n.t('$(info) There are no words to ask about.'));
	return thread;
}

async function queryAtCaret(client: BaseLanguageClient, document: TextDocument): Promise<FoundQuery | null> {
	const selection = window.activeTextEditor?.selection;
	if (!selection) return null;
	const { line, character } = selection.active;
	const params: QueryAtParams = { uri: client.code2ProtocolConverter.asUri(document.uri), line, character };
	return client.sendRequest<FoundQuery | null>(queryAtRequest, params);
}

/** What an editor sends a writer: the findings' questions and the open threads, a line each. */
async function copyQueries(client: BaseLanguageClient, threads: Threads): Promise<string | undefined> {
	const document = window.activeTextEditor?.document;
	if (!document || !isDraft(document)) return void tell(l10n.t('$(info) No draft to copy queries from.'));
	await client.start();
	const standing = await threads.of(document);
	const params: QueriesParams = {
		uri: client.code2ProtocolConverter.asUri(document.uri),
		threads: standing.map(({ query, range }) => ({
			resolved: query.resolved,
			comments: query.comments.map(({ text }) => text),
			...(range && {
				range: {
					start: { line: range.start.line, character: range.start.character },
					end: { line: range.end.line, character: range.end.character },
				},
			}),
		})),
	};
	const text = await client.sendRequest<string | null>(queriesRequest, params);
	if (!text) return void tell(l10n.t('$(info) There is nothing to ask.'));
	await env.clipboard.writeText(text);
	tell(l10n.t('$(check) Copied: {0} lines.', text.trimEnd().split('\n').length));
	return text;
}

/** What is deleted is kept nowhere. */
async function confirmed(question: string): Promise<boolean> {
	const yes = l10n.t('Delete');
	const detail = l10n.t('It cannot be brought back.');
	return (await window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

function uriOf(client: BaseLanguageClient, uri: string): string {
	return client.protocol2CodeConverter.asUri(uri).toString();
}

function tell(message: string): void {
	window.setStatusBarMessage(message, shownForMilliseconds);
}
