/** For esbuild: @vscode/l10n as a module that reads no files, since whoever starts the server hands it the texts. */
export const alias = { '@vscode/l10n': '@vscode/l10n/dist/browser.js' };
