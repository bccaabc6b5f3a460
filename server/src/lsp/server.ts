/** The language server: which message leads where. It knows no transport and no clock of its own. */
import { config } from '@vscode/l10n';
import {
	type CancellationToken,
	type CodeAction,
	CodeActionKind,
	CodeActionTriggerKind,
	type Connection,
	type Diagnostic,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	ErrorCodes,
	type Hover,
	type InitializeParams,
	type InitializeResult,
	MarkupKind,
	PositionEncodingKind,
	ResponseError,
	TextDocumentSyncKind,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configFileName } from '../configuration/configFile';
import { keyOf, parseIgnoreFile, withoutIgnores } from '../configuration/ignoreFile';
import { type Ignorable, ignoresFileName } from '../configuration/ignores';
import { sourceBookName } from '../configuration/sourceBook';
import {
	addToSourceBookRequest,
	caretMovedNotification,
	checkAnywayNotification,
	checkFileRequest,
	type FalseAlarm,
	falseAlarmRequest,
	type IgnoreChoice,
	type InitializationOptions,
	ignoreRequest,
	removeIgnoresRequest,
	type ShowStatementsArguments,
	type SourceBookAnswer,
	type StaleIgnore,
	showStatementsCommand,
	staleIgnoresRequest,
} from '../protocol';
import type { Finding } from '../rules/rule';
import { type AddToBookInput, addedAt, addedByName, addToBookActions, addToBookKind } from './addToBook';
import { listenToChecking } from './checking';
import { type ClientFeatures, clientFeatures } from './clientFeatures';
import { codeActions } from './codeActions';
import { createConfigFiles } from './configFiles';
import { toOffset, toRange, toSpan } from './convert';
import { type DiagnosticOptions, toDiagnostics } from './diagnostics';
import { type Documents, listenToDocuments } from './documents';
import { createDriver, Outdated } from './driver';
import type { Environment } from './environment';
import { patternOf } from './falseAlarm';
import { createFileReader } from './files';
import { hoverAt, type StatementsLink } from './hover';
import { commandLink, markdownWriter, plainWriter } from './markdown';
import { listenToNavigation, navigationCapabilities } from './navigation';
import { withCompanions } from './oneSquiggle';
import { field, positionOf, rangeOf, textOf, uriOf } from './params';
import { createPublisher } from './publisher';
import { listenToQueries } from './queries';
import { createReader, type OpenReading } from './reader';
import { listenToReports } from './reports';
import { createRequests, unlessCancelled } from './requests';
import { createSettingsStore, isConfigFile, normalized, section } from './settings';
import { ignoreEdit, rewritten, type SilenceInput } from './silence';
import { listenToSources } from './sources';
import { createTyping } from './typing';
import { createViews, viewCapabilities } from './views';
import { warmUp } from './warmUp';
import { createClosedDrafts, namedSourcesOf } from './workspaceSymbols';

/** Starts serving; the caller has the connection listen afterwards. */
export function startServer(connection: Connection, environment: Environment): void {
	let isInitialized = false;
	connection.onInitialize(params => {
		if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already');
		isInitialized = true;
		const features = clientFeatures(params.capabilities ?? {});
		// Before anything is read: what a finding says is kept with it.
		config({ contents: translationsOf(field(params.initializationOptions, 'translations')) });
		serve(connection, environment, params, features);
		return capabilities(environment, features);
	});
}

function capabilities({ version }: Environment, features: ClientFeatures): InitializeResult {
	const diagnosticProvider = {
		identifier: 'source-critic',
		interFileDependencies: false,
		workspaceDiagnostics: false,
	};
	return {
		serverInfo: { name: 'Source Critic', version },
		capabilities: {
			positionEncoding: PositionEncodingKind.UTF16,
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
			hoverProvider: true,
			codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, addToBookKind] },
			...navigationCapabilities(features),
			...viewCapabilities,
			...(features.pull && { diagnosticProvider }),
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		},
	};
}

function serve(
	connection: Connection,
	environment: Environment,
	params: InitializeParams,
	features: ClientFeatures,
): void {
	const { timer, version } = environment;
	const initialization = optionsOf(params.initializationOptions);
	const options: DiagnosticOptions = { features, docsBase: initialization.docsBase };
	const rules = new Map(environment.rules.map(rule => [rule.id, rule]));
	const known = { rules: new Set(rules.keys()), seeds: environment.seeds };
	const ignorable = (rule: string): Ignorable => (rules.get(rule)?.ignoredOneByOne ? 'one by one' : 'any way');
	const requests = createRequests(connection);
	const { guarded, attempt, failed } = requests;

	const documents: Documents = listenToDocuments(connection, {
		opened(document) {
			if (isConfigFile(document.uri)) return configFiles.changed(document.uri);
			if (!features.watchRegistration) settings.forgetFiles();
			closedDrafts.forget(document.uri);
			stopWarmUp();
			publisher.opened(document);
		},
		changed(document, changes) {
			if (isConfigFile(document.uri)) return configFiles.changed(document.uri);
			typing.edited(document.uri, changes);
			reader.changed(document.uri);
			publisher.changed(document);
		},
		saved(document) {
			if (isConfigFile(document.uri)) return configFiles.changed(document.uri);
			if (!features.watchRegistration) settings.forgetFiles();
			publisher.saved(document);
		},
		closed(document) {
			const { uri } = document;
			if (isConfigFile(uri)) return configFiles.changed(uri);
			keepNames(document);
			typing.closed(uri);
			reader.closed(document);
			settings.forgetDocument(uri);
			publisher.closed(uri);
			views.closed(uri);
		},
	});
	const configFiles = createConfigFiles({
		connection,
		requests,
		timer,
		documents,
		known,
		readFile: createFileReader(connection, environment, initialization.readFile === true),
		onChange() {
			settings.forgetFiles();
			refresh();
		},
	});
	const settings = createSettingsStore({
		connection,
		features,
		known,
		folders: foldersOf(params),
		initial: initialization.settings,
		readText: configFiles.readText,
		onLooked: configFiles.publishProblems,
	});
	const driver = createDriver(environment.createAnalyzer(initialization), timer);
	const reader = createReader(driver, settings.of, ignorable, failed);
	// Whoever cannot be told to ask again would never see what was withheld.
	const canRelease = !features.pull || features.refresh;
	const release = (uri: string) => {
		publisher.refresh(uri);
		views.findingsChanged();
	};
	const typing = createTyping(timer, canRelease ? release : null);
	const publisher = createPublisher({ connection, features, timer, requests, documents, reader, typing, options });
	const views = createViews({
		connection,
		features,
		requests,
		documents,
		settingsOf: settings.of,
		reading: currentReading,
		isShown: typing.isShown,
		hasCommand: initialization.choices === true,
	});

	let stopWarmUp = (): void => {};
	const closedDrafts = createClosedDrafts();

	/** A draft that is closed as it is stored can be found by its named sources still. */
	function keepNames(document: TextDocument): void {
		const { uri } = document;
		const analysis = reader.last(uri);
		const isStored = !uri.startsWith('untitled:') && publisher.isSettled(document);
		if (isStored && analysis?.text === document.getText()) closedDrafts.keep(uri, namedSourcesOf(document, analysis));
	}

	/** Settings have changed: everything is to be shown anew. */
	function refresh(uri?: string): void {
		publisher.refresh(uri);
		views.refresh();
	}

	/** The reading of a document, unless it is not open or not read. Rejects with `Outdated` where the text has changed. */
	async function currentReading(uri: string, token: CancellationToken): Promise<OpenReading | null> {
		const document = documents.get(uri);
		if (!document || isConfigFile(uri) || publisher.isUnsettled(document)) return null;
		const reading = await unlessCancelled(reader.read(document), token);
		const { analysis } = reading;
		return analysis === null ? null : { ...reading, analysis, document };
	}

	/** The same, and nothing where it is outdated when it is done. */
	async function readingOf(uri: string, token: CancellationToken): Promise<OpenReading | null> {
		try {
			return await currentReading(uri, token);
		} catch (error) {
			if (error instanceof Outdated) return null;
			throw error;
		}
	}

	connection.onHover(
		guarded(async (request, token): Promise<Hover | null> => {
			const position = positionOf(request);
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const { document, analysis, findings, state, settings: held } = reading;
			if (state !== 'on') return null;
			const writer = features.markdownHover ? markdownWriter : plainWriter;
			const offset = toOffset(document, position);
			const link = statementsLink(document);
			const hover = hoverAt(analysis, findings, rules, offset, writer, link, held.book.found?.book);
			if (hover === null) return null;
			const kind = features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
			return { contents: { kind, value: hover.text }, range: toRange(document, hover.span) };
		}),
	);

	function statementsLink(document: TextDocument): StatementsLink {
		if (!initialization.sourceCommands || !features.markdownHover) return null;
		return (title, offset) => {
			const { line, character } = toRange(document, { start: offset, end: offset }).start;
			const place: ShowStatementsArguments = [document.uri, line, character];
			return commandLink(title, showStatementsCommand, place);
		};
	}

	connection.onCodeAction(
		guarded(async (request, token): Promise<CodeAction[]> => {
			const uri = uriOf(request);
			const range = rangeOf(request);
			const wants = { fixes: wantsQuickFixes(request), book: wantsAddToBook(request) };
			if (!features.codeActionLiterals || !(wants.fixes || wants.book)) return [];
			if (!features.watchRegistration) settings.forgetFiles();
			const reading = await readingOf(uri, token);
			if (reading === null) return [];
			const { document } = reading;
			const { start, end } = toSpan(document, range);
			const canChoose = initialization.choices === true;
			const book = wants.book ? addToBookActions(await bookInput(reading), start, canChoose) : [];
			if (!wants.fixes) return book;
			const shown = reading.findings.filter(finding => typing.isShown(uri, finding));
			const fixes = codeActions({
				...silenceInput(reading),
				findings: withCompanions(
					shown.filter(({ span }) => span.start <= end && start <= span.end),
					shown,
				),
				shown,
				diagnostics: diagnosticsOf(request),
				options,
				canChoose,
				canAsk: initialization.queries === true,
			});
			return [...fixes, ...book];
		}),
	);

	/** The book as it is now: someone may have written in it since it was last looked for. */
	async function bookInput(reading: OpenReading): Promise<AddToBookInput> {
		const { found, newUri, path } = reading.settings.book;
		const uri = found?.uri ?? newUri;
		const text = uri === null ? null : await configFiles.readText(uri);
		const now = uri === null || text === null ? null : { uri, text };
		return { reading, target: configFiles.target({ found: now, newUri: uri, path }), features };
	}

	connection.onRequest(
		addToSourceBookRequest,
		guarded(async (request, token): Promise<SourceBookAnswer<WorkspaceEdit> | null> => {
			const uri = uriOf(request);
			const name = field(request, 'name');
			const position = typeof name === 'string' ? null : positionOf(request);
			if (!features.watchRegistration) settings.forgetFiles();
			const reading = await readingOf(uri, token);
			if (reading === null) return null;
			const input = await bookInput(reading);
			return position ? addedAt(input, toOffset(reading.document, position)) : addedByName(input, String(name));
		}),
	);

	function silenceInput({ document, format, analysis, settings: { config, ignores } }: OpenReading): SilenceInput {
		return {
			document,
			format,
			analysis,
			config: configFiles.target(config),
			ignores: configFiles.target(ignores),
			features,
			ignorable,
		};
	}

	connection.onRequest(
		ignoreRequest,
		guarded(async (request, token): Promise<WorkspaceEdit | null> => {
			const choice = field(request, 'choice');
			const uri = uriOf(choice);
			const rule = textOf(choice, 'rule');
			const way = waysToIgnore.find(each => each === textOf(choice, 'way'));
			const reason = field(request, 'reason');
			const reading = await readingOf(uri, token);
			const finding = reading?.findings.find(
				({ rule: id, span }) =>
					id === rule && span.start === field(choice, 'start') && span.end === field(choice, 'end'),
			);
			if (!reading || !finding || way === undefined) return null;
			const outcome = ignoreEdit(silenceInput(reading), finding, way, typeof reason === 'string' ? reason : undefined);
			return outcome && 'edit' in outcome ? outcome.edit : null;
		}),
	);

	connection.onRequest(
		staleIgnoresRequest,
		guarded(async (request, token): Promise<StaleIgnore[]> => {
			const reading = await readingOf(uriOf(request), token);
			return (reading?.stale ?? []).map(ignore => {
				const { rule, reason } = ignore;
				return { key: keyOf(ignore), rule, ...(reason !== undefined && { reason }) };
			});
		}),
	);

	connection.onRequest(
		removeIgnoresRequest,
		guarded(async (request, token): Promise<WorkspaceEdit | null> => {
			const keys = field(request, 'keys');
			const reading = await readingOf(uriOf(request), token);
			const target = reading && configFiles.target(reading.settings.ignores);
			if (!Array.isArray(keys) || !target || target.text === null) return null;
			const { ignores, problem } = parseIgnoreFile(target.text);
			const left = withoutIgnores(ignores, new Set(keys));
			return problem !== null || left === target.text ? null : rewritten(target, left, features);
		}),
	);

	connection.onDidChangeConfiguration(change => {
		settings.forgetEditor(field(change, 'settings') ?? undefined);
		refresh();
	});

	connection.onDidChangeWatchedFiles(change => {
		const changes = field(change, 'changes');
		for (const each of Array.isArray(changes) ? changes : []) {
			const uri = field(each, 'uri');
			if (typeof uri === 'string' && isConfigFile(uri)) configFiles.changed(uri);
		}
	});

	connection.onInitialized(() =>
		attempt(async () => {
			const { sample } = environment;
			if (sample && documents.all().length === 0) stopWarmUp = warmUp(driver, timer, sample);
			if (features.workspaceFolders) watchFolders();
			if (features.configurationRegistration) {
				await connection.client.register(DidChangeConfigurationNotification.type, { section });
			}
			if (features.watchRegistration) {
				const watchers = [configFileName, ignoresFileName, sourceBookName].map(name => ({ globPattern: `**/${name}` }));
				await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
			}
		}),
	);

	function watchFolders(): void {
		let folders = foldersOf(params).map(normalized);
		connection.workspace.onDidChangeWorkspaceFolders((change: unknown) => {
			const added = urisIn(field(change, 'added')).map(normalized);
			const gone = new Set(urisIn(field(change, 'removed')).map(normalized));
			folders = [...folders.filter(uri => !gone.has(uri)), ...added];
			settings.setFolders(folders);
			refresh();
		});
	}

	connection.onNotification(caretMovedNotification, (moved: unknown) =>
		attempt(async () => {
			const document = documents.get(uriOf(moved));
			if (!document || isConfigFile(document.uri) || publisher.isUnsettled(document)) return;
			const position = positionOf(moved);
			const { analysis } = await reader.read(document);
			if (analysis) typing.movedTo(document, analysis, toOffset(document, position));
		}),
	);

	connection.onNotification(checkAnywayNotification, (wanted: unknown) => {
		const uri = field(wanted, 'uri');
		if (typeof uri !== 'string') return;
		const document = documents.get(uri);
		// What is large is held back for its size, and may well be no news.
		if (document && publisher.isUnsettled(document)) publisher.settle(document);
		else reader.checkAnyway(uri);
		refresh(uri);
	});

	let checks = 0;
	connection.onRequest(
		checkFileRequest,
		guarded(async (request, token): Promise<Diagnostic[]> => {
			const uri = uriOf(request);
			const document = TextDocument.create(uri, textOf(request, 'languageId'), 0, textOf(request, 'text'));
			// A key of its own, so that the same file in an editor is read beside it.
			const key = `check ${++checks}`;
			const once = createReader(
				{ ...driver, read: (_, draft) => driver.read(key, draft) },
				settings.of,
				ignorable,
				failed,
			);
			try {
				const { analysis, findings } = await unlessCancelled(once.read(document), token);
				if (!documents.get(uri)) closedDrafts.keep(uri, analysis ? namedSourcesOf(document, analysis) : []);
				return toDiagnostics(document, findings, options).items;
			} finally {
				driver.drop(key);
				if (!documents.get(uri)) settings.forgetDocument(uri);
			}
		}),
	);

	connection.onRequest(
		falseAlarmRequest,
		guarded(async (request, token): Promise<FalseAlarm | null> => {
			const position = positionOf(request);
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const offset = toOffset(reading.document, position);
			const finding = narrowest(reading.findings.filter(({ span }) => span.start <= offset && offset <= span.end));
			return finding ? { rule: finding.rule, version, pattern: patternOf(reading.analysis, finding) } : null;
		}),
	);

	listenToNavigation({
		connection,
		requests,
		timer,
		features,
		readingOf,
		openUris: () => documents.all().map(({ uri }) => uri),
		closedDrafts,
	});

	listenToSources({ connection, requests, timer, reading: currentReading, isShown: typing.isShown });
	listenToChecking({ connection, requests, timer, readingOf });
	listenToQueries({ connection, requests, timer, readingOf });
	listenToReports({ connection, requests, read: reader.read, documents, isUnsettled: publisher.isUnsettled });

	connection.onShutdown(() => {
		stopWarmUp();
		requests.stop();
		configFiles.stop();
		for (const document of documents.all()) {
			typing.closed(document.uri);
			reader.closed(document);
		}
	});
}

const waysToIgnore: readonly IgnoreChoice['way'][] = ['here', 'phrase', 'file', 'workspace', 'comment'];

function optionsOf(value: unknown): InitializationOptions {
	const docsBase = field(value, 'docsBase');
	return {
		...(typeof docsBase === 'string' && { docsBase }),
		readFile: field(value, 'readFile') === true,
		choices: field(value, 'choices') === true,
		sourceCommands: field(value, 'sourceCommands') === true,
		queries: field(value, 'queries') === true,
		settings: field(value, 'settings'),
		models: bytesByName(field(value, 'models')),
	};
}

/** A bundle as it can be used: whatever is no text is left out, and shown in English. */
function translationsOf(value: unknown): Readonly<Record<string, string>> {
	const texts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Files handed over as bytes; anything else is left out. */
function bytesByName(value: unknown): Readonly<Record<string, Uint8Array>> {
	const files = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return Object.fromEntries(files.filter((file): file is [string, Uint8Array] => file[1] instanceof Uint8Array));
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
	if (Array.isArray(workspaceFolders)) return urisIn(workspaceFolders);
	return typeof rootUri === 'string' ? [rootUri] : [];
}

/** The addresses of folders; what has none is left out. */
function urisIn(folders: unknown): readonly string[] {
	const uris = Array.isArray(folders) ? folders.map(folder => field(folder, 'uri')) : [];
	return uris.filter(uri => typeof uri === 'string');
}

function wantsQuickFixes(request: unknown): boolean {
	const only = field(field(request, 'context'), 'only');
	// An empty kind stands for all; "quickfix" for itself.
	return (
		!Array.isArray(only) || only.length === 0 || only.some(kind => kind === '' || kind === CodeActionKind.QuickFix)
	);
}

/** Asked for by kind, or by hand: a light bulb is no place for it. */
function wantsAddToBook(request: unknown): boolean {
	const context = field(request, 'context');
	const only = field(context, 'only');
	if (!Array.isArray(only) || only.length === 0) return field(context, 'triggerKind') === CodeActionTriggerKind.Invoked;
	return only.some(kind => kind === '' || kind === CodeActionKind.Source || kind === addToBookKind);
}

function diagnosticsOf(request: unknown): readonly Diagnostic[] {
	const diagnostics = field(field(request, 'context'), 'diagnostics');
	if (!Array.isArray(diagnostics)) return [];
	return diagnostics.filter(each => typeof field(field(field(each, 'range'), 'start'), 'line') === 'number');
}

function narrowest(findings: readonly Finding[]): Finding | undefined {
	return findings.reduce<Finding | undefined>(
		(best, each) =>
			best === undefined || each.span.end - each.span.start < best.span.end - best.span.start ? each : best,
		undefined,
	);
}
