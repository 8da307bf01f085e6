export const fileRules = '';
