/** The request of the conversation-style API; `schema.ts` is what checks it. */
export interface ActionBody {
	text: string;
	postbackData: string;
	openUrlAction?: { url: string; application?: string; webviewViewMode?: string };
	dialAction?: { phoneNumber: string };
	viewLocationAction?: {
		latLong?: { latitude: number; longitude: number };
		label?: string;
		query?: string;
	};
	shareLocationAction?: object;
	createCalendarEventAction?: {
		startTime: string;
		endTime: string;
		title: string;
		description?: string;
	};
}

export type SuggestionBody =
	{ reply: { text: string; postbackData: string } } | { action: ActionBody };

export interface CardContent {
	media?: {
		height: 'SHORT' | 'MEDIUM' | 'TALL';
		contentUrl: string;
		thumbnailUrl?: string;
		forceRefresh?: boolean;
	};
	title?: string;
	description?: string;
	suggestions?: SuggestionBody[];
}

export interface RichCard {
	standaloneCard?: {
		cardOrientation?: 'HORIZONTAL' | 'VERTICAL';
		thumbnailImageAlignment?: 'LEFT' | 'RIGHT';
		cardContent: CardContent;
	};
	carouselCard?: { cardWidth: 'SMALL' | 'MEDIUM'; cardContents: CardContent[] };
}

export type FieldType = 'TEXT' | 'LONG_TEXT' | 'NUMBER' | 'EMAIL' | 'PHONE' | 'DATE' | 'CHOICE';

export interface FormBody {
	title: string;
	description?: string;
	fields: {
		name: string;
		label: string;
		type: FieldType;
		required?: boolean;
		options?: string[];
	}[];
	submit: { text: string; postbackData: string };
}

export interface SendRequest {
	conversationId: string;
	messageId: string;
	message: {
		text?: string;
		richCard?: RichCard;
		form?: FormBody;
		suggestions?: SuggestionBody[];
		fallbackText?: string;
	};
}
