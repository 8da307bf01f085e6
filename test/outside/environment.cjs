const { types } = require('node:util');
const { TestEnvironment } = require('jest-environment-node');

/** Errors of the other world are errors: of the tests for those modules, and of Node and those modules for tests. */
function knowsEveryError(
	/** @type {ErrorConstructor} */ Error,
	/** @type {FunctionConstructor} */ Function,
) {
	const usual = Function.prototype[Symbol.hasInstance];
	Object.defineProperty(Error, Symbol.hasInstance, {
		configurable: true,
		value(/** @type {unknown} */ value) {
			return usual.call(this, value) || (this === Error && types.isNativeError(value));
		},
	});
}

knowsEveryError(Error, Function);

/**
 * Node as tests see it, with a way to load modules as Node itself does, once a worker: jest's own loader knows
 * neither ES modules nor WebAssembly that is fetched while it starts, and loads everything anew for each file.
 */
module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		this.global.requireOutside = require;
		knowsEveryError(this.global.Error, this.global.Function);
	}
};
