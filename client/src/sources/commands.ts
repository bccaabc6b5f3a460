import { commands, Disposable, env, Location, l10n, Position, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type DraftSources,
	type ListedSource,
	type SourcesParams,
	showStatementsCommand,
	sourcesRequest,
} from '../../../server/src/protocol';
import { askAgain } from '../askAgain';
import { isDraft } from '../documents';
import type { SourceFilter } from './filter';
import { noFilter } from './filter';
import { pathTo } from './follow';
import type { Grouping } from './grouping';
import { rangeOf, toRange } from './items';
import { statementText } from './labels';
import { nodesOf, type SourceNode, type ViewNode } from './nodes';
import { tableOf } from './table';
import type { SourcesView } from './view';

const shownForMilliseconds = 8000;

const groupings: readonly (readonly [command: string, grouping: Grouping])[] = [
	['sourceCritic.groupSourcesByBoth', 'both'],
	['sourceCritic.groupSourcesByIdentification', 'identification'],
	['sourceCritic.groupSourcesByKind', 'kind'],
];

/** What is done with the sources of a draft: from the view, from a hover, or from where the caret stands. */
export function registerSourceCommands(client: BaseLanguageClient, view: SourcesView): Disposable {
	return Disposable.from(
		commands.registerCommand('sourceCritic.filterSources', async (answer?: SourceFilter) => {
			const filter = answer ?? (await chosenFilter(view.filter));
			if (filter) view.setFilter(filter);
		}),
		commands.registerCommand('sourceCritic.clearSourceFilter', () => view.setFilter(noFilter)),
		...groupings.map(([command, grouping]) => commands.registerCommand(command, () => view.setGrouping(grouping))),
		commands.registerCommand('sourceCritic.copySourceTable', async () => {
			const shown = view.shown();
			if (!shown || isEmpty(shown)) return tell(l10n.t('There is no source to copy.'));
			const table = tableOf(shown, view.grouping);
			await env.clipboard.writeText(table);
			tell(l10n.t('Copied as a Markdown table.'));
			return table;
		}),
		commands.registerCommand('sourceCritic.copySource', async (node?: ViewNode) => {
			const text = textOf(node ?? view.selected());
			if (text !== null) await env.clipboard.writeText(text);
			return text;
		}),
		commands.registerCommand('sourceCritic.goToIntroduction', (node?: ViewNode) => {
			const chosen = node ?? view.selected();
			const range = chosen?.kind === 'source' ? chosen.source.introduction : null;
			if (chosen?.kind !== 'source' || !range) return undefined;
			return commands.executeCommand('vscode.open', Uri.parse(chosen.uri), { selection: toRange(range) });
		}),
		commands.registerCommand(showStatementsCommand, async (...from: readonly unknown[]) => {
			const node = sourceNodeIn(from[0]);
			if (node) return peek(Uri.parse(node.uri), node.source, positionOf(node.source));
			const place = from.length > 0 ? placeIn(from) : placeOfCaret();
			const source = place && (await sourceAt(client, place));
			if (!place || !source) return tell(l10n.t('No source is spoken of here.'));
			return peek(place.uri, source, place.position);
		}),
	);
}

/** Words to look for, and whether those who are named are wanted. */
function chosenFilter({ words, notNamed }: SourceFilter): Promise<SourceFilter | undefined> {
	const all = { label: l10n.t('All'), alwaysShow: true };
	const unnamed = {
		label: l10n.t('Not named'),
		description: l10n.t('Described, anonymous and vague'),
		alwaysShow: true,
	};
	const pick = window.createQuickPick();
	pick.title = l10n.t('Filter Sources');
	pick.placeholder = l10n.t('Words in names and statements; then choose who is listed');
	pick.items = [all, unnamed];
	pick.activeItems = [notNamed ? unnamed : all];
	pick.value = words;
	return new Promise(resolve => {
		pick.onDidAccept(() => {
			resolve({ words: pick.value.trim(), notNamed: pick.activeItems[0] === unnamed });
			pick.hide();
		});
		pick.onDidHide(() => {
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
	});
}

function textOf(node: ViewNode | undefined): string | null {
	switch (node?.kind) {
		case 'source':
			return node.source.name;
		case 'statement':
			return statementText(node.statement);
		case 'claim':
			return node.claim.words;
		default:
			return null;
	}
}

function isEmpty({ groups, noOne, claims }: DraftSources): boolean {
	return groups.length + noOne.length + claims.length === 0;
}

interface Place {
	readonly uri: Uri;
	readonly position: Position;
}

function sourceNodeIn(value: unknown): SourceNode | null {
	const isNode = typeof value === 'object' && value !== null && (value as Partial<SourceNode>).kind === 'source';
	return isNode ? (value as SourceNode) : null;
}

/** What the link in a hover hands over: an address and two numbers, of a draft that is open. */
function placeIn([address, line, character]: readonly unknown[]): Place | null {
	if (typeof address !== 'string' || !isCount(line) || !isCount(character)) return null;
	const uri = Uri.parse(address);
	const document = workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
	return document && isDraft(document) ? { uri, position: new Position(line, character) } : null;
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function placeOfCaret(): Place | null {
	const editor = window.activeTextEditor;
	return editor && isDraft(editor.document) ? { uri: editor.document.uri, position: editor.selection.active } : null;
}

/** The source that is spoken of at a place, or speaks there. */
async function sourceAt(client: BaseLanguageClient, { uri, position }: Place): Promise<ListedSource | undefined> {
	const { line, character } = position;
	const params: SourcesParams = { uri: client.code2ProtocolConverter.asUri(uri), position: { line, character } };
	await client.start();
	const found = await askAgain<DraftSources | null>(client, sourcesRequest, params);
	if (!found) return undefined;
	if (found.here) return found.groups.flatMap(({ sources }) => sources).find(({ id }) => id === found.here);
	const around = pathTo(nodesOf(uri.toString(), found, 'identification'), position, rangeOf, undefined);
	return around.find(node => node.kind === 'source')?.source;
}

/** How many there are. */
async function peek(uri: Uri, { statements }: ListedSource, position: Position): Promise<number> {
	const locations = statements.map(({ range }) => new Location(uri, toRange(range)));
	await commands.executeCommand('editor.action.showReferences', uri, position, locations);
	return locations.length;
}

function positionOf({ introduction, statements }: ListedSource): Position {
	const range = introduction ?? statements[0]?.range;
	return range ? toRange(range).start : new Position(0, 0);
}

function tell(message: string): void {
	window.setStatusBarMessage(message, shownForMilliseconds);
}
