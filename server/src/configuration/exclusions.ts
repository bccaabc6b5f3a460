/** Files that look like prose and are not drafts. */
import { matches } from './globs';

const names = [
	'README*',
	'CHANGELOG*',
	'CHANGES*',
	'LICENSE*',
	'LICENCE*',
	'COPYING*',
	'NOTICE*',
	'CONTRIBUTING*',
	'CODE_OF_CONDUCT*',
	'SECURITY.md',
	'CMakeLists.txt',
	'requirements*.txt',
	'constraints*.txt',
	'robots.txt',
	'humans.txt',
];

const folders: ReadonlySet<string> = new Set([
	'node_modules',
	'bower_components',
	'vendor',
	'dist',
	'build',
	'out',
	'target',
	'venv',
	'.venv',
	'__pycache__',
	'.git',
	'.hg',
	'.svn',
	'.tox',
	'.cache',
	'.vscode',
	'.vscode-test',
	'.idea',
	'.github',
]);

/** What leaves a path out by default: a folder it lies in, or its own name. Null where nothing does. */
export function defaultExclusion(path: string): { readonly folder?: string } | null {
	const segments = path.split('/');
	const name = segments.pop() ?? '';
	const folder = segments.find(segment => folders.has(segment.toLowerCase()));
	if (folder !== undefined) return { folder };
	return names.some(glob => matches(glob.toLowerCase(), name.toLowerCase())) ? {} : null;
}
