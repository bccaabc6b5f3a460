import {
	commands,
	Disposable,
	EventEmitter,
	type Memento,
	type TextDocument,
	type TreeDataProvider,
	type TreeItem,
	type TreeView,
	window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DraftSources, type SourcesParams, sourcesRequest } from '../../../server/src/protocol';
import { later } from '../later';
import { draftToShow } from '../shownDraft';
import type { Statuses } from '../statuses';
import { filtered, isFiltering, isSearching, noFilter, type SourceFilter } from './filter';
import { pathTo } from './follow';
import { type Grouping, groupingFrom } from './grouping';
import { itemOf, rangeOf } from './items';
import { filterText } from './labels';
import { childrenOf, isLevel, nodesOf, parentsIn, type RootNode, type ViewNode } from './nodes';

export const viewId = 'sourceCritic.sources';
/** A context key: why the view is empty, or `shown`. The manifest has a sentence for each. */
const stateKey = 'sourceCritic.sources';
/** A context key: whether a filter is set. */
const filterKey = 'sourceCritic.sourcesFiltered';
/** A context key, and where it is remembered in this workspace: how sources are grouped. */
const groupingKey = 'sourceCritic.sourcesGrouping';

const pauseInMilliseconds = 150;

/** The view of a draft's sources, as its commands use it. */
export interface SourcesView extends Disposable {
	readonly filter: SourceFilter;
	setFilter(filter: SourceFilter): void;
	readonly grouping: Grouping;
	setGrouping(grouping: Grouping): void;
	/** What is shown. */
	shown(): DraftSources | null;
	selected(): ViewNode | undefined;
}

/**
 * Follows the draft in the active editor, and keeps it while another kind of editor is in front of it. While the view is
 * hidden nothing is asked; each reading of the draft has it ask once, a little later.
 */
export function createSourcesView(client: BaseLanguageClient, statuses: Statuses, memory: Memento): SourcesView {
	let filter = noFilter;
	let grouping = groupingFrom(memory.get(groupingKey));
	/** Whose sources are to be shown. */
	let draft: TextDocument | undefined;
	/** What is known; of another draft for the moment until the server has answered. */
	let known: Known | null = null;
	let roots: readonly RootNode[] = [];
	let parents: ReadonlyMap<string, ViewNode> = new Map();
	/** Why nothing is known, or `on`. */
	let state = 'no-draft';
	let lastRequest = 0;
	/** Whether the caret has gone where nothing was known yet: words just typed are known a little later. */
	let isCaretAhead = false;
	const opened = new Set<string>();
	const closed = new Set<string>();

	const changed = new EventEmitter<void>();
	const provider: TreeDataProvider<ViewNode> = {
		onDidChangeTreeData: changed.event,
		getChildren: node => [...(node ? childrenOf(node) : roots)],
		getParent: node => parents.get(node.id),
		getTreeItem: (node): TreeItem => itemOf(node, isOpen(node), filter),
	};
	const view: TreeView<ViewNode> = window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });

	/** Groups are open to begin with, sources are not; what was found by its words is. */
	function isOpen(node: ViewNode): boolean {
		return isLevel(node) || isSearching(filter) ? !closed.has(node.id) : opened.has(node.id);
	}

	function show(): void {
		roots = known ? rootsOf(known) : [];
		parents = parentsIn(roots);
		const isSet = isFiltering(filter);
		view.message = isSet && known ? filterText(filter) : '';
		setContext(stateKey, roots.length > 0 ? 'shown' : known ? (isSet ? 'filtered' : 'none') : state);
		setContext(filterKey, isSet);
		setContext(groupingKey, grouping);
		changed.fire();
	}

	function rootsOf({ document, sources }: Known): readonly RootNode[] {
		return nodesOf(document.uri.toString(), filtered(sources, filter), grouping, isSearching(filter));
	}

	function showNothing(why: string): void {
		[known, state] = [null, why];
		show();
	}

	function refresh(): void {
		if (!view.visible) return;
		// What is under way is of no more use.
		lastRequest++;
		draft = draftToShow(draft);
		const next = draft ? stateOf(draft) : 'no-draft';
		if (next === 'on' && draft) void ask(draft);
		else if (!draft || known?.document !== draft || !passing.has(next)) showNothing(next);
	}

	function stateOf(document: TextDocument): string {
		const server = statuses.server();
		if (server === 'down') return server;
		return (server === 'running' && statuses.of(document)?.state) || 'reading';
	}

	async function ask(document: TextDocument): Promise<void> {
		const request = lastRequest;
		const params: SourcesParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
		try {
			const sources = await client.sendRequest<DraftSources | null>(sourcesRequest, params);
			if (request !== lastRequest) return;
			known = sources && { document, sources };
			show();
			if (isCaretAhead) followSoon.start();
		} catch {
			// It has changed meanwhile, or the server has gone: the next status tells.
		}
	}

	function follow(): void {
		const editor = window.activeTextEditor;
		if (!view.visible || !editor || editor.document !== known?.document) return;
		const selected = view.selection[0]?.id;
		const path = pathTo(roots, editor.selection.active, rangeOf, selected);
		isCaretAhead = path.length === 0;
		// What is closed stays so.
		const hidden = path.findIndex(node => childrenOf(node).length > 0 && !isOpen(node));
		const target = hidden < 0 ? path.at(-1) : path[hidden];
		if (!target || isLevel(target) || target.id === selected) return;
		view.reveal(target, { select: true, focus: false }).then(undefined, () => {});
	}

	const refreshSoon = later(refresh, pauseInMilliseconds);
	const followSoon = later(follow, pauseInMilliseconds);
	const disposable = Disposable.from(
		changed,
		view,
		refreshSoon,
		followSoon,
		view.onDidChangeVisibility(refresh),
		view.onDidExpandElement(({ element: { id } }) => {
			opened.add(id);
			closed.delete(id);
		}),
		view.onDidCollapseElement(({ element: { id } }) => {
			opened.delete(id);
			closed.add(id);
		}),
		window.onDidChangeActiveTextEditor(refresh),
		window.onDidChangeVisibleTextEditors(refresh),
		window.onDidChangeTextEditorSelection(({ textEditor }) => {
			if (textEditor.document === known?.document) followSoon.start();
		}),
		statuses.onDidChange(uri => {
			if (uri === undefined || !draft || uri === draft.uri.toString()) refreshSoon.start();
		}),
	);
	show();
	refresh();

	return {
		get filter() {
			return filter;
		},
		setFilter(next) {
			filter = next;
			show();
		},
		get grouping() {
			return grouping;
		},
		setGrouping(next) {
			if (next === grouping) return;
			grouping = next;
			void memory.update(groupingKey, next);
			show();
			followSoon.start();
		},
		shown: () => known && filtered(known.sources, filter),
		selected: () => view.selection[0],
		dispose: () => disposable.dispose(),
	};
}

interface Known {
	readonly document: TextDocument;
	readonly sources: DraftSources;
}

/** States in which what is known of a draft still helps; a large one that has changed is read when it is saved. */
const passing: ReadonlySet<string> = new Set(['reading', 'too-large']);

function setContext(key: string, value: unknown): void {
	void commands.executeCommand('setContext', key, value);
}
