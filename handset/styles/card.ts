export const cardRules = '';
