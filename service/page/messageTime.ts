/** When a message was sent, as far as anybody told: the column it is found by (and its index). */
export const MESSAGE_TIME = 'coalesce(sent_at, added_at)';
