module.exports = Reflect.get(globalThis, 'requireOutside')('@electric-sql/pglite');
