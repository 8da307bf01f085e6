export const markRules = '';
