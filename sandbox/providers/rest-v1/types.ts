import type { JsonObject } from '../../json';

/** The requests of the API; `schema.ts` is what checks them. */
export interface Action {
	text: string;
	postback_data: string;
	open_url_action?: { url: string; application?: string; webview_view_mode?: string };
	dial_action?: { phone_number: string };
	view_location_action?: {
		lat_long?: { latitude: number; longitude: number };
		label?: string;
		query?: string;
	};
	share_location_action?: object;
	create_calendar_event_action?: {
		start_time: string;
		end_time: string;
		title: string;
		description?: string;
	};
}

export type Chip = { reply: { text: string; postback_data: string } } | { action: Action };

export interface File {
	content_url: string;
	thumbnail_url?: string;
	alt_text?: string;
	force_refresh?: boolean;
}

export interface CardContent {
	title?: string;
	description?: string;
	media?: File & { height: 'SHORT' | 'MEDIUM' | 'TALL' };
	suggestions?: Chip[];
}

export interface RichCard {
	standalone_card?: {
		card_orientation?: 'HORIZONTAL' | 'VERTICAL';
		thumbnail_image_alignment?: 'LEFT' | 'RIGHT';
		card_content: CardContent;
	};
	carousel_card?: { card_width: 'SMALL' | 'MEDIUM'; card_contents: CardContent[] };
}

export interface ContentBody {
	text?: string;
	file?: File;
	rich_card?: RichCard;
	suggestions?: Chip[];
}

export interface MessageBody {
	message_id?: string;
	to: string;
	from?: string;
	content?: ContentBody;
	template_id?: string;
	language?: string;
	variables?: JsonObject;
	sms_fallback?: { text: string; from?: string };
	validity_seconds?: number;
	expires_at?: string;
	send_at?: string;
	campaign_id?: string;
	client_ref?: string;
	callback_data?: string;
	status_url?: string;
}

export interface TemplateBody {
	name: string;
	language?: string;
	description?: string;
	content: ContentBody;
}

export interface ContactBody {
	phone: string;
	opt_in_status?: 'opted_in' | 'opted_out' | 'unknown';
	tags?: string[];
	attributes?: Record<string, string>;
}

export interface WebhookBody {
	url: string;
	events: string[];
	secret: string;
}
