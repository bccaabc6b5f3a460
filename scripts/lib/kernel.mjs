// Compiles server/kernel (AssemblyScript) to WebAssembly and hands it to esbuild as bytes: `import code from '…/index.wasm'`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = path.join(root, 'server/kernel');
const options = [
	'-O3',
	'--runtime',
	'stub',
	'--noAssert',
	'--enable',
	'simd',
	'--enable',
	'bulk-memory',
	'--use',
	'abort=',
];

/** For esbuild: the compiled kernel in place of `server/kernel/index.wasm`, in Node and in a browser's worker. */
export const kernel = {
	name: 'kernel',
	setup(build) {
		build.onResolve({ filter: /\/kernel\/index\.wasm$/ }, () => ({
			path: path.join(folder, 'index.ts'),
			namespace: 'kernel',
		}));
		build.onLoad({ filter: /.*/, namespace: 'kernel' }, async () => {
			const { bytes, error } = await compiled();
			if (error) return { errors: [{ text: error }], watchFiles: sources() };
			const text = JSON.stringify(Buffer.from(bytes).toString('base64'));
			return {
				contents: `const text = ${text};
					export default typeof Buffer === 'function' ? Buffer.from(text, 'base64') : Uint8Array.from(atob(text), each => each.charCodeAt(0));`,
				loader: 'js',
				watchFiles: sources(),
			};
		});
	},
};

/** The bytes, or what is wrong; from `out` where these sources have been compiled before: it takes some seconds. */
async function compiled() {
	const hash = createHash('sha256').update(options.join(' '));
	for (const file of sources()) hash.update(readFileSync(file));
	const file = path.join(root, 'out/kernel', `${hash.digest('hex').slice(0, 16)}.wasm`);
	if (!existsSync(file)) {
		const { main } = await import('assemblyscript/asc');
		let bytes;
		const { error, stderr } = await main(['index.ts', '--outFile', 'index.wasm', ...options], {
			readFile: (name, base) => {
				const place = path.resolve(base === '.' ? folder : path.resolve(folder, base), name);
				return place.startsWith(folder) && existsSync(place) ? readFileSync(place, 'utf8') : null;
			},
			writeFile: (name, contents) => {
				if (name.endsWith('.wasm')) bytes = contents;
			},
			listFiles: () => [],
		});
		if (error) return { error: `The kernel does not compile.\n${stderr.toString()}` };
		mkdirSync(path.dirname(file), { recursive: true });
		// Others may be building at the same time: nobody may see half a file.
		const part = `${file}.${process.pid}`;
		writeFileSync(part, bytes);
		renameSync(part, file);
	}
	return { bytes: readFileSync(file) };
}

function sources() {
	return readdirSync(folder)
		.filter(name => name.endsWith('.ts'))
		.sort()
		.map(name => path.join(folder, name));
}
