/** The requests of the RBM API; `schema.ts` is what checks them. */
export interface FileContent {
	contentInfo?: { fileUrl: string; thumbnailUrl?: string; forceRefresh?: boolean };
	uploadedRbmFile?: { fileName: string; thumbnailName?: string };
}

export interface ActionBody {
	text: string;
	postbackData: string;
	fallbackUrl?: string;
	openUrlAction?: {
		url: string;
		application?: 'BROWSER' | 'WEBVIEW';
		webviewViewMode?: 'FULL' | 'HALF' | 'TALL';
		description?: string;
	};
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

export interface CardBody {
	title?: string;
	description?: string;
	media?: FileContent & { height?: 'SHORT' | 'MEDIUM' | 'TALL' };
	suggestions?: SuggestionBody[];
}

export interface RichCard {
	standaloneCard?: {
		cardOrientation: 'HORIZONTAL' | 'VERTICAL';
		thumbnailImageAlignment?: 'LEFT' | 'RIGHT';
		cardContent: CardBody;
	};
	carouselCard?: { cardWidth: 'SMALL' | 'MEDIUM'; cardContents: CardBody[] };
}

export interface ContentMessage extends FileContent {
	text?: string;
	richCard?: RichCard;
	suggestions?: SuggestionBody[];
}

export interface AgentMessage {
	contentMessage: ContentMessage;
	ttl?: string;
	expireTime?: string;
	messageTrafficType?: string;
}

export interface AgentEvent {
	eventType: 'IS_TYPING' | 'READ';
	messageId?: string;
}

export interface BatchGetUsers {
	users: string[];
	agentId?: string;
}

export interface CreateFile {
	fileUrl: string;
	thumbnailUrl?: string;
	contentDescription?: string;
	agentId?: string;
}
