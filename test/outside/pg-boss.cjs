module.exports = Reflect.get(globalThis, 'requireOutside')('pg-boss');
