import {
	commands,
	Disposable,
	EventEmitter,
	l10n,
	type Memento,
	type TextDocument,
	type TreeDataProvider,
	TreeItemCheckboxState,
	window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckingList, type CheckingListParams, checkingListRequest } from '../../../server/src/protocol';
import type { Store } from '../kept/store';
import { later } from '../later';
import { draftToShow } from '../shownDraft';
import type { Statuses } from '../statuses';
import { type CheckedList, followed, isDone, ticked, toggled } from './records';
import { type GroupRow, parentsOf, type Row, type RowOptions, rowsOf } from './rows';
import { treeItemOf } from './treeItems';

export const viewId = 'sourceCritic.checklist';
/** Context keys; the manifest has a sentence for each state of an empty list. */
const stateKey = 'sourceCritic.checklist';
const orderKey = 'sourceCritic.checklistOrder';
const hideKey = 'sourceCritic.checklistHidesDone';

const pauseInMilliseconds = 300;

/** A draft's checking list, as commands use it. */
export interface OpenList {
	readonly document: TextDocument;
	readonly list: CheckedList;
}

export interface ChecklistView extends Disposable {
	/** The list of the draft in the active editor, read anew; null where there is none. */
	now(): Promise<OpenList | null>;
	/** Changes what is kept of a list's items, and shows it. */
	change(open: OpenList, change: (list: CheckedList) => CheckedList): Promise<void>;
	/** Selects an item's row, where the view can be seen. */
	select(index: number): void;
	selected(): Row | undefined;
	/** What the view shows. */
	shown(): OpenList | null;
	readonly options: RowOptions;
	setOptions(options: RowOptions): void;
	/** "12 of 40"; '' where there is no list. */
	progress(): string;
}

/** Follows the draft in the active editor. While the view is hidden nothing is asked; each reading has it ask once. */
export function createChecklistView(
	client: BaseLanguageClient,
	statuses: Statuses,
	store: Store,
	memory: Memento,
): ChecklistView {
	let options: RowOptions = {
		order: memory.get<string>(orderKey) === 'risk' ? 'risk' : 'paragraph',
		hideDone: memory.get<boolean>(hideKey) === true,
	};
	let draft: TextDocument | undefined;
	let known: OpenList | null = null;
	let state = 'no-draft';
	let groups: readonly GroupRow[] = [];
	let parents: ReadonlyMap<string, Row> = new Map();
	let lastRequest = 0;

	const changed = new EventEmitter<void>();
	const provider: TreeDataProvider<Row> = {
		onDidChangeTreeData: changed.event,
		getChildren: row => [...(row ? ('rows' in row ? row.rows : []) : groups)],
		getParent: ({ id }) => parents.get(id),
		getTreeItem: row => treeItemOf(row, known?.document.uri.toString() ?? ''),
	};
	const view = window.createTreeView(viewId, {
		treeDataProvider: provider,
		showCollapseAll: true,
		manageCheckboxStateManually: true,
	});

	function show(): void {
		groups = known ? rowsOf(known.list, options) : [];
		parents = parentsOf(groups);
		view.description = progress();
		const why = known ? (known.list.items.length === 0 ? 'nothing' : 'done') : state;
		setContext(stateKey, groups.length > 0 ? 'shown' : why);
		setContext(orderKey, options.order);
		setContext(hideKey, options.hideDone);
		changed.fire();
	}

	function progress(): string {
		const items = known?.list.items ?? [];
		return items.length === 0 ? '' : l10n.t('{0} of {1}', items.filter(isDone).length, items.length);
	}

	function refresh(): void {
		if (!view.visible) return;
		const request = ++lastRequest;
		draft = draftToShow(draft);
		if (!draft) {
			[known, state] = [null, 'no-draft'];
			show();
			return;
		}
		const document = draft;
		const next = stateOf(document);
		if (next !== 'on') {
			if (known?.document === document && passing.has(next)) return;
			[known, state] = [null, next];
			show();
			return;
		}
		read(document).then(
			open => {
				if (request !== lastRequest) return;
				known = open;
				show();
			},
			// It has changed meanwhile, or the server has gone: the next status tells.
			() => {},
		);
	}

	function stateOf(document: TextDocument): string {
		const server = statuses.server();
		if (server === 'down') return server;
		return (server === 'running' && statuses.of(document)?.state) || 'reading';
	}

	/** The list of a draft with what is kept of it; null where it is not read. */
	async function read(document: TextDocument): Promise<OpenList | null> {
		for (;;) {
			const { salt, checks } = await store.read(document.uri);
			const params: CheckingListParams = {
				uri: client.code2ProtocolConverter.asUri(document.uri),
				salt,
				records: checks,
			};
			const found = await client.sendRequest<CheckingList | null>(checkingListRequest, params);
			if (found?.state !== 'on') return null;
			// Something was ticked while the server answered.
			if ((await store.read(document.uri)).checks !== checks) continue;
			const records = followed({ items: found.items, records: checks });
			if (records !== checks) await store.follow(document.uri, kept => ({ ...kept, checks: records }));
			return { document, list: { items: found.items, records } };
		}
	}

	async function change({ document, list }: OpenList, how: (list: CheckedList) => CheckedList): Promise<void> {
		const next = how(list);
		if (known?.document === document) {
			known = { document, list: next };
			show();
		}
		await store.change(document.uri, kept => ({ ...kept, checks: next.records }));
	}

	const refreshSoon = later(refresh, pauseInMilliseconds);
	const disposable = Disposable.from(
		changed,
		view,
		refreshSoon,
		view.onDidChangeVisibility(refresh),
		view.onDidChangeCheckboxState(({ items }) => {
			if (!known) return;
			void change(known, list =>
				items.reduce((now, [row, box]) => tick(now, row, box === TreeItemCheckboxState.Checked), list),
			);
		}),
		window.onDidChangeActiveTextEditor(refresh),
		window.onDidChangeVisibleTextEditors(refresh),
		store.onDidMove(uri => {
			if (draft?.uri.toString() === uri.toString()) refreshSoon.start();
		}),
		statuses.onDidChange(uri => {
			if (uri === undefined || !draft || uri === draft.uri.toString()) refreshSoon.start();
		}),
	);
	show();
	refresh();

	return {
		async now() {
			const document = draftToShow(draft);
			if (!document) return null;
			await client.start();
			const open = await read(document);
			if (open && known?.document === document) {
				known = open;
				show();
			}
			return open;
		},
		change,
		select(index) {
			const row = groups.flatMap(({ rows }) => rows).find(each => each.index === index);
			if (view.visible && row) view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
		},
		selected: () => view.selection[0],
		shown: () => known,
		get options() {
			return options;
		},
		setOptions(next) {
			options = next;
			void memory.update(orderKey, next.order);
			void memory.update(hideKey, next.hideDone);
			show();
		},
		progress,
		dispose: () => disposable.dispose(),
	};
}

/** What a row's box stands for: an item's for all there is to tick of it. */
function tick(list: CheckedList, row: Row, isTicked: boolean): CheckedList {
	switch (row.type) {
		case 'item': {
			const item = list.items[row.index];
			return item && isDone(item) !== isTicked ? toggled(list, row.index) : list;
		}
		case 'said':
			return ticked(list, row.index, { said: isTicked });
		case 'so':
			return ticked(list, row.index, { so: isTicked });
		default:
			return list;
	}
}

/** States in which what is known of a draft still helps. */
const passing: ReadonlySet<string> = new Set(['reading', 'too-large']);

function setContext(key: string, value: unknown): void {
	void commands.executeCommand('setContext', key, value);
}
