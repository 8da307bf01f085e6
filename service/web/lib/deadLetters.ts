/** What `GET /v1/page/dead-letters` tells. */
export interface DeadLetter {
	id: number;
	connection: string;
	phone: string;
	status: 'failed' | 'unmatched' | 'ambiguous';
	reasons: { reason: string; code?: string; field?: string; category?: string; advice?: string }[];
	attempts: number;
	firstAt: string;
	lastAt: string;
}

export interface DeadLettersAnswer {
	deadLetters: DeadLetter[];
	count: number;
	next?: number;
}
