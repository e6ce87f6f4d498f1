/** Loaded before the program in tests of a refused start: a message box would wait for a person. */
const { dialog } = require('electron');

dialog.showErrorBox = (title, text) => process.stderr.write(`[${title}] ${text}\n`);
