/** What the client can do, as far as it matters here. */
import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';

export interface ClientFeatures {
	readonly pull: boolean;
	readonly refresh: boolean;
	readonly codeDescription: boolean;
	readonly relatedInformation: boolean;
	readonly markdownHover: boolean;
	readonly codeActionLiterals: boolean;
	readonly disabledActions: boolean;
	readonly preferredActions: boolean;
	readonly snippetEdits: boolean;
	readonly documentChanges: boolean;
	readonly createFiles: boolean;
	readonly configuration: boolean;
	readonly configurationRegistration: boolean;
	readonly watchRegistration: boolean;
	readonly workspaceFolders: boolean;
	readonly symbolTree: boolean;
	readonly definitionLinks: boolean;
	readonly prepareRename: boolean;
	/** Shows what a rename is to change, and asks where it is told to. */
	readonly renameAnnotations: boolean;
	/** How many folds of a document it wants at most. */
	readonly foldingLimit: number;
	/** Whether the client can be told to ask again for what it shows beside the findings. */
	readonly semanticTokensRefresh: boolean;
	readonly codeLensRefresh: boolean;
	readonly inlayHintRefresh: boolean;
}

export function clientFeatures(capabilities: ClientCapabilities): ClientFeatures {
	const { textDocument, workspace } = capabilities;
	const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
	const edit = workspace?.workspaceEdit;
	const operations = list(edit?.resourceOperations);
	return {
		pull: textDocument?.diagnostic !== undefined && textDocument.diagnostic !== null,
		refresh: workspace?.diagnostics?.refreshSupport === true,
		codeDescription: both(
			textDocument?.publishDiagnostics?.codeDescriptionSupport,
			diagnostics,
			'codeDescriptionSupport',
		),
		relatedInformation: both(textDocument?.publishDiagnostics?.relatedInformation, diagnostics, 'relatedInformation'),
		markdownHover: list(textDocument?.hover?.contentFormat).includes(MarkupKind.Markdown),
		codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
		disabledActions: textDocument?.codeAction?.disabledSupport === true,
		preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
		snippetEdits: edit?.snippetEditSupport === true && edit.documentChanges === true,
		documentChanges: edit?.documentChanges === true,
		createFiles: edit?.documentChanges === true && operations.includes('create'),
		configuration: workspace?.configuration === true,
		configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		workspaceFolders: workspace?.workspaceFolders === true,
		symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
		definitionLinks: textDocument?.definition?.linkSupport === true,
		prepareRename: textDocument?.rename?.prepareSupport === true,
		renameAnnotations:
			edit?.documentChanges === true &&
			isObject(edit.changeAnnotationSupport) &&
			textDocument?.rename?.honorsChangeAnnotations === true,
		foldingLimit: countOr(textDocument?.foldingRange?.rangeLimit, defaultFoldingLimit),
		semanticTokensRefresh: workspace?.semanticTokens?.refreshSupport === true,
		codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
		inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
	};
}

const defaultFoldingLimit = 5000;

function countOr(value: number | undefined, otherwise: number): number {
	return typeof value === 'number' && value > 0 ? value : otherwise;
}

function isObject(value: object | undefined): boolean {
	return typeof value === 'object' && value !== null;
}

/** A client may say so for one way of sending diagnostics only. */
function both(published: boolean | undefined, other: object | undefined, key: string): boolean {
	return published === true || (other !== undefined && (other as Readonly<Record<string, unknown>>)[key] === true);
}

function list<T>(value: readonly T[] | undefined): readonly T[] {
	return Array.isArray(value) ? value : [];
}
