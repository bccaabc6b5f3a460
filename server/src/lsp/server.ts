/** The language server: which message leads where. It knows no transport and no clock of its own. */
import {
	type CancellationToken,
	type CodeAction,
	CodeActionKind,
	type Connection,
	type Diagnostic,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type DocumentDiagnosticReport,
	ErrorCodes,
	type Hover,
	type InitializeParams,
	type InitializeResult,
	LSPErrorCodes,
	MarkupKind,
	PositionEncodingKind,
	ResponseError,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configFileName, parseConfigFile } from '../configuration/configFile';
import {
	caretMovedNotification,
	checkAnywayNotification,
	checkFileRequest,
	type DocumentStatus,
	type FalseAlarm,
	falseAlarmRequest,
	type InitializationOptions,
	statusNotification,
} from '../protocol';
import type { Finding } from '../rules/rule';
import { clientFeatures } from './clientFeatures';
import { type ConfigTarget, codeActions } from './codeActions';
import { toOffset, toRange, toSpan } from './convert';
import { type DiagnosticOptions, resultIdOf, toConfigDiagnostic, toDiagnostics } from './diagnostics';
import { type Documents, listenToDocuments } from './documents';
import { createDriver, Outdated } from './driver';
import type { Environment } from './environment';
import { patternOf } from './falseAlarm';
import { createFileReader } from './files';
import { hoverAt } from './hover';
import { markdownWriter, plainWriter } from './markdown';
import { field, positionOf, rangeOf, textOf, uriOf } from './params';
import { createReader, type Reading } from './reader';
import {
	createSettingsStore,
	type DocumentSettings,
	isConfigFile,
	type LocatedConfig,
	nameOf,
	normalized,
	section,
} from './settings';
import { createTyping } from './typing';

/** Longer texts, in UTF-16 units, are read when opened and saved only. */
export const largeLength = 1_000_000;

/** How long after an edit a client that cannot ask is sent the findings. */
const pushDelay = 100;
/** How long after an edit of the configuration everything is read anew. */
const configDelay = 300;

/** Starts serving; the caller has the connection listen afterwards. */
export function startServer(connection: Connection, environment: Environment): void {
	let isInitialized = false;
	connection.onInitialize(params => {
		if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already');
		isInitialized = true;
		return initialize(connection, environment, params);
	});
}

function initialize(connection: Connection, environment: Environment, params: InitializeParams): InitializeResult {
	const features = clientFeatures(params.capabilities ?? {});
	const options = optionsOf(params.initializationOptions);
	serve(connection, environment, params, options);
	return {
		serverInfo: { name: 'Source Critic', version: environment.version },
		capabilities: {
			positionEncoding: PositionEncodingKind.UTF16,
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
			hoverProvider: true,
			codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
			...(features.pull && {
				diagnosticProvider: {
					identifier: 'source-critic',
					interFileDependencies: false,
					workspaceDiagnostics: false,
				},
			}),
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		},
	};
}

function serve(
	connection: Connection,
	environment: Environment,
	params: InitializeParams,
	options: InitializationOptions,
): void {
	const { timer } = environment;
	const features = clientFeatures(params.capabilities ?? {});
	const diagnosticOptions: DiagnosticOptions = { features, docsBase: options.docsBase };
	const rules = new Map(environment.rules.map(rule => [rule.id, rule]));
	const ruleIds: ReadonlySet<string> = new Set(rules.keys());
	const readFile = createFileReader(connection, environment, options.readFile === true);
	const driver = createDriver(environment.createAnalyzer(), timer);
	/** Result of the last pull, and the version that a large document was last opened or saved in. */
	const lastResult = new Map<string, string>();
	const settledVersion = new Map<string, number>();
	const configsWithProblems = new Set<string>();
	const changedConfigs = new Set<string>();
	const pendingPushes = new Map<string, () => void>();
	let callOffConfigChange = () => {};
	let checks = 0;
	let stopped = false;

	const documents: Documents = listenToDocuments(connection, {
		opened(document) {
			settledVersion.set(document.uri, document.version);
			if (isConfigFile(document.uri)) return configurationChanged(document.uri);
			if (!features.watchRegistration) settings.forgetFiles();
			push(document, 0);
		},
		changed(document, changes) {
			if (isConfigFile(document.uri)) return configurationChanged(document.uri);
			typing.edited(document.uri, changes);
			reader.changed(document.uri);
			push(document, pushDelay);
		},
		saved(document) {
			settledVersion.set(document.uri, document.version);
			if (isConfigFile(document.uri)) return configurationChanged(document.uri);
			if (!features.watchRegistration) settings.forgetFiles();
			if (isLarge(document)) refresh(document.uri);
		},
		closed({ uri }) {
			if (isConfigFile(uri)) return configurationChanged(uri);
			typing.closed(uri);
			reader.closed(uri);
			settings.forgetDocument(uri);
			lastResult.delete(uri);
			settledVersion.delete(uri);
			pendingPushes.get(uri)?.();
			pendingPushes.delete(uri);
			if (!features.pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
		},
	});

	const settings = createSettingsStore({
		connection,
		features,
		ruleIds,
		folders: foldersOf(params),
		initial: options.settings,
		readText: async uri => openConfig(uri)?.getText() ?? readFile(uri),
		onConfig: publishConfigProblems,
	});
	const reader = createReader(driver, settings.of, failed);
	// Whoever cannot be told to ask again would never see what was withheld.
	const typing = createTyping(timer, features.pull && !features.refresh ? null : refresh);

	// --- diagnostics --------------------------------------------------------------------------------------------

	async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
		const { uri } = document;
		const reading = await reader.read(document);
		if (documents.get(uri) !== document) throw new Outdated();
		const { analysis } = reading;
		const shown = analysis ? typing.show(uri, analysis, reading.findings) : [];
		const { items, hidden } = toDiagnostics(document, shown, diagnosticOptions);
		sendStatus({
			uri,
			state: reading.state,
			genre: analysis?.genre ?? reading.settings.genre,
			genreBasis: analysis?.genreBasis ?? 'setting',
			findings: shown.length - hidden,
			hidden,
		});
		return items;
	}

	function sendStatus(status: DocumentStatus): void {
		void connection.sendNotification(statusNotification, status).catch(failed);
	}

	/** Whether a large document has changed since it was opened or saved. */
	function isUnsettled(document: TextDocument): boolean {
		return isLarge(document) && settledVersion.get(document.uri) !== document.version;
	}

	function sendTooLarge({ uri }: TextDocument): void {
		sendStatus({ uri, state: 'too-large', genre: 'auto', genreBasis: 'setting', findings: 0, hidden: 0 });
	}

	if (features.pull) {
		connection.languages.diagnostics.on(
			guarded(async (request, token): Promise<DocumentDiagnosticReport> => {
				const uri = uriOf(request);
				const document = documents.get(uri);
				if (!document || isConfigFile(uri)) return { kind: 'full', items: [] };
				const previous = field(request, 'previousResultId');
				const last = lastResult.get(uri);
				if (last !== undefined && last === previous && isUnsettled(document)) {
					// What is shown moves with the text, in the editor.
					sendTooLarge(document);
					return { kind: 'unchanged', resultId: last };
				}
				const items = await unlessCancelled(diagnose(document), token);
				const resultId = resultIdOf(items);
				lastResult.set(uri, resultId);
				return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
			}),
		);
	}

	/** For a client that cannot ask. */
	function push(document: TextDocument, delay: number): void {
		if (features.pull) return;
		const { uri } = document;
		pendingPushes.get(uri)?.();
		if (isUnsettled(document)) {
			sendTooLarge(document);
			return;
		}
		const publish = async () => {
			pendingPushes.delete(uri);
			try {
				const { version } = document;
				const diagnostics = await diagnose(document);
				await connection.sendDiagnostics({ uri, version, diagnostics });
			} catch (error) {
				if (!(error instanceof Outdated)) failed(error);
			}
		};
		pendingPushes.set(
			uri,
			timer.after(delay, () => void publish()),
		);
	}

	/** Has the findings of one document, or of all, shown anew. */
	function refresh(uri?: string): void {
		if (stopped) return;
		if (features.pull) {
			if (features.refresh) connection.languages.diagnostics.refresh().catch(failed);
			return;
		}
		const document = uri === undefined ? undefined : documents.get(uri);
		for (const each of document ? [document] : documents.all()) if (!isConfigFile(each.uri)) push(each, 0);
	}

	// --- hover, code actions ------------------------------------------------------------------------------------

	/** The reading of a document, unless it is not open, not read, or outdated when it is done. */
	async function readingOf(
		uri: string,
		token: CancellationToken,
	): Promise<(Reading & { analysis: NonNullable<Reading['analysis']>; document: TextDocument }) | null> {
		const document = documents.get(uri);
		if (!document || isConfigFile(uri) || isUnsettled(document)) return null;
		try {
			const reading = await unlessCancelled(reader.read(document), token);
			const { analysis } = reading;
			return analysis === null ? null : { ...reading, analysis, document };
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
			const { document, analysis, findings } = reading;
			const writer = features.markdownHover ? markdownWriter : plainWriter;
			const hover = hoverAt(analysis, findings, rules, toOffset(document, position), writer);
			if (hover === null) return null;
			const kind = features.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
			return { contents: { kind, value: hover.text }, range: toRange(document, hover.span) };
		}),
	);

	connection.onCodeAction(
		guarded(async (request, token): Promise<CodeAction[]> => {
			const uri = uriOf(request);
			const range = rangeOf(request);
			if (!features.codeActionLiterals || !wantsQuickFixes(request)) return [];
			if (!features.watchRegistration) settings.forgetFiles();
			const reading = await readingOf(uri, token);
			if (reading === null) return [];
			const { document, analysis, format } = reading;
			const { start, end } = toSpan(document, range);
			const findings = reading.findings.filter(
				finding => finding.span.start <= end && start <= finding.span.end && typing.isShown(uri, finding),
			);
			return codeActions({
				document,
				format,
				findings,
				blocks: analysis.blocks,
				diagnostics: diagnosticsOf(request),
				config: configTarget(reading.settings),
				options: diagnosticOptions,
			});
		}),
	);

	function configTarget({ config, newConfigUri, configPath }: DocumentSettings): ConfigTarget | null {
		const uri = config?.uri ?? newConfigUri;
		if (uri === null || uri === undefined) return null;
		const open = openConfig(uri);
		if (open) return { uri: open.uri, text: open.getText(), version: open.version, path: configPath };
		return { uri, text: config?.text ?? null, version: null, path: configPath };
	}

	// --- configuration ------------------------------------------------------------------------------------------

	function openConfig(uri: string): TextDocument | undefined {
		return documents.all().find(document => isConfigFile(document.uri) && normalized(document.uri) === uri);
	}

	/** Always sent, never pulled: the file need not be open. */
	function publishConfigProblems(uri: string, config: LocatedConfig | null): void {
		const problems = config?.problems ?? [];
		if (problems.length === 0 && !configsWithProblems.delete(uri)) return;
		if (problems.length > 0) configsWithProblems.add(uri);
		const document = TextDocument.create(uri, 'jsonc', 0, config?.text ?? '');
		const diagnostics = problems.map(problem => toConfigDiagnostic(document, problem));
		void connection.sendDiagnostics({ uri: openConfig(uri)?.uri ?? uri, diagnostics }).catch(failed);
	}

	/** Looks at a configuration again, and has everything shown anew. */
	function configurationChanged(uri: string): void {
		changedConfigs.add(normalized(uri));
		callOffConfigChange();
		callOffConfigChange = timer.after(configDelay, () => {
			settings.forgetFiles();
			for (const changed of changedConfigs) void checkConfig(changed);
			changedConfigs.clear();
			refresh();
		});
	}

	async function checkConfig(uri: string): Promise<void> {
		const text = openConfig(uri)?.getText() ?? (await readFile(uri));
		publishConfigProblems(uri, text === null ? null : { ...parseConfigFile(text, ruleIds), uri, text });
	}

	connection.onDidChangeConfiguration(change => {
		settings.forgetEditor(field(change, 'settings') ?? undefined);
		refresh();
	});

	connection.onDidChangeWatchedFiles(change => {
		const changes = field(change, 'changes');
		const uris = Array.isArray(changes) ? changes.map(each => field(each, 'uri')) : [];
		for (const uri of uris) if (typeof uri === 'string' && isConfigFile(uri)) configurationChanged(uri);
	});

	connection.onInitialized(async () => {
		try {
			if (features.configurationRegistration) {
				await connection.client.register(DidChangeConfigurationNotification.type, { section });
			}
			if (features.watchRegistration) {
				const watchers = [{ globPattern: `**/${configFileName}` }];
				await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
			}
			if (features.workspaceFolders) watchFolders();
		} catch (error) {
			failed(error);
		}
	});

	function watchFolders(): void {
		let folders = foldersOf(params).map(normalized);
		connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
			const gone = new Set(removed.map(({ uri }) => normalized(uri)));
			folders = [...folders.filter(uri => !gone.has(uri)), ...added.map(({ uri }) => normalized(uri))];
			settings.setFolders(folders);
			refresh();
		});
	}

	// --- our own messages ---------------------------------------------------------------------------------------

	connection.onNotification(caretMovedNotification, async (moved: unknown) => {
		try {
			const document = documents.get(uriOf(moved));
			if (!document || isUnsettled(document)) return;
			const position = positionOf(moved);
			const { analysis } = await reader.read(document);
			if (analysis) typing.movedTo(document, analysis, toOffset(document, position));
		} catch (error) {
			if (!(error instanceof Outdated)) failed(error);
		}
	});

	connection.onNotification(checkAnywayNotification, (wanted: unknown) => {
		const uri = field(wanted, 'uri');
		if (typeof uri !== 'string') return;
		reader.checkAnyway(uri);
		refresh(uri);
	});

	connection.onRequest(
		checkFileRequest,
		guarded(async (request, token): Promise<Diagnostic[]> => {
			const uri = uriOf(request);
			const document = TextDocument.create(uri, textOf(request, 'languageId'), 0, textOf(request, 'text'));
			const key = `check ${++checks}`;
			const own = createReader({ ...driver, read: (_, draft) => driver.read(key, draft) }, settings.of, failed);
			try {
				const { findings } = await unlessCancelled(own.read(document), token);
				return toDiagnostics(document, findings, diagnosticOptions).items;
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
			if (!finding) return null;
			return { rule: finding.rule, version: environment.version, pattern: patternOf(reading.analysis, finding) };
		}),
	);

	connection.onShutdown(() => {
		stopped = true;
		callOffConfigChange();
		for (const { uri } of documents.all()) {
			typing.closed(uri);
			reader.closed(uri);
		}
		for (const callOff of pendingPushes.values()) callOff();
	});

	// --- trouble ------------------------------------------------------------------------------------------------

	/** Tells the log what went wrong: where in the code, never a word that could be of a draft. */
	function failed(error: unknown): void {
		const stack = error instanceof Error ? (error.stack ?? '') : '';
		const places = stack.split('\n').filter(line => /^\s+at /.test(line));
		if (!stopped) connection.console.error([nameOf(error), ...places.slice(0, 8)].join('\n'));
	}

	/** A request that fails is answered with an error of the protocol's kind, and the server goes on. */
	function guarded<R>(handle: (request: unknown, token: CancellationToken) => Promise<R>) {
		return async (request: unknown, token: CancellationToken): Promise<R> => {
			if (stopped) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down');
			try {
				return await handle(request, token);
			} catch (error) {
				if (error instanceof ResponseError) throw error;
				if (error instanceof Outdated) {
					const again = { retriggerRequest: true };
					throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed', again);
				}
				failed(error);
				throw new ResponseError(ErrorCodes.InternalError, 'The request failed; the log says where');
			}
		};
	}
}

function optionsOf(value: unknown): InitializationOptions {
	const docsBase = field(value, 'docsBase');
	return {
		...(typeof docsBase === 'string' && { docsBase }),
		readFile: field(value, 'readFile') === true,
		settings: field(value, 'settings'),
	};
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
	if (Array.isArray(workspaceFolders)) return workspaceFolders.map(({ uri }) => uri);
	return typeof rootUri === 'string' ? [rootUri] : [];
}

function isLarge(document: TextDocument): boolean {
	return document.getText().length > largeLength;
}

function wantsQuickFixes(request: unknown): boolean {
	const only = field(field(request, 'context'), 'only');
	// An empty kind stands for all; "quickfix" for itself.
	return (
		!Array.isArray(only) || only.length === 0 || only.some(kind => kind === '' || kind === CodeActionKind.QuickFix)
	);
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

/** The result, or `RequestCancelled` as soon as the client no longer wants it. */
function unlessCancelled<T>(work: Promise<T>, token: CancellationToken): Promise<T> {
	const cancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
	if (token.isCancellationRequested) return Promise.reject(cancelled());
	return new Promise((resolve, reject) => {
		const registration = token.onCancellationRequested(() => reject(cancelled()));
		work.then(resolve, reject).finally(() => registration.dispose());
	});
}
