// Finds or unpacks a Chromium, and opens it so that nothing of it reaches the network.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, temporaryFolder } from './paths.mjs';
import { runNode } from './processes.mjs';

const chromiumArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--font-render-hinting=none',
	// The workbench asks its extension gallery and friends: "no such host", said inside Chromium, so that no look-up leaves it.
	'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/** Opens a headless browser with a profile of its own. `options` are Playwright's; resolves to `{ page, close }`. */
export async function openBrowser(options = {}) {
	const { chromium } = await import('playwright-core');
	const { executable, env } = await findBrowser();
	const profile = temporaryFolder('browser');
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: executable,
		env: { ...process.env, ...env },
		headless: true,
		// It goes when we go, and when we go is not for it to say.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
		args: chromiumArguments,
		viewport: { width: 1280, height: 800 },
		...options,
	});
	return { page: context.pages()[0] ?? (await context.newPage()), close: () => context.close() };
}

/** `$CHROMIUM`, else one that is installed, else the one from npm: `{ executable, env }`. */
export async function findBrowser() {
	const named = process.env['CHROMIUM'];
	if (named) return { executable: named, env: {} };
	const installed = installedBrowser();
	if (installed) return { executable: installed, env: {} };
	return unpackBrowser();
}

function installedBrowser() {
	const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
	const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
	const places = [
		...names.flatMap(name => folders.map(folder => path.join(folder, name))),
		'/opt/google/chrome/chrome',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
	];
	return places.find(place => existsSync(place));
}

/** The Chromium of `@sparticuz/chromium` with the libraries and the font it brings, unpacked once into the user's cache. */
async function unpackBrowser() {
	const require = createRequire(import.meta.url);
	const entry = require.resolve('@sparticuz/chromium');
	const { version } = JSON.parse(readFileSync(path.join(entry, '../../../package.json'), 'utf8'));
	const folder = cacheFolder(`chromium-${version}`);
	if (!existsSync(path.join(folder, 'fonts.conf'))) await unpackInto(folder, entry);
	const libraries = path.join(folder, 'al2023/lib');
	const env = {
		LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], libraries].filter(Boolean).join(path.delimiter),
		FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
	};
	return { executable: path.join(folder, 'chromium'), env };
}

async function unpackInto(folder, entry) {
	// The package unpacks into the temporary folder, which it takes for its own, and not atomically: give it one.
	const staging = `${folder}.${process.pid}`;
	mkdirSync(staging, { recursive: true });
	try {
		const script = `import chromium from ${JSON.stringify(pathToFileURL(entry).href)}; await (chromium.default ?? chromium).executablePath();`;
		const env = { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
		const { code, output } = await runNode(['--input-type=module', '--eval', script], { env });
		if (code !== 0) throw new Error(`could not unpack Chromium from @sparticuz/chromium\n${output}`);
		writeFileSync(path.join(staging, 'fonts.conf'), fontConfiguration(folder));
		try {
			renameSync(staging, folder);
		} catch (error) {
			if (!existsSync(path.join(folder, 'fonts.conf'))) throw error;
		}
	} finally {
		rmSync(staging, { recursive: true, force: true });
	}
}

/** The font that comes with the browser (Open Sans) and no other, so that pictures come out alike on every machine. */
function fontConfiguration(folder) {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${path.join(folder, 'fonts')}</dir>
	<cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
