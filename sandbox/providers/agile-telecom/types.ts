/** The requests of the RCS guide; `schema/` is what checks them. */

/** A suggestion as the send request writes it. */
export type SuggestionBody = { text: string } & (
	| { type: 'reply'; postbackData: string }
	| { type: 'url'; url: string }
	| { type: 'dial'; phoneNumber: string }
	| { type: 'locationCoordinates'; latitude: string; longitude: string; label?: string }
	| { type: 'locationQuery'; query: string }
	| {
			type: 'calendar';
			title: string;
			description?: string;
			startTime: string;
			endTime: string;
	  }
);

export interface CardBody {
	title?: string;
	description?: string;
	mediaUrl?: string;
	mediaHeight?: 'SHORT' | 'MEDIUM' | 'TALL';
	suggestions?: SuggestionBody[];
}

/** Content in the flat form; the nested form is read into this. */
export type ContentBody =
	| { type: 'TEXT'; text: string; suggestions?: SuggestionBody[] }
	| ({ type: 'CARD' } & CardBody)
	| { type: 'CAROUSEL'; cards: CardBody[] };

export interface SmsBody {
	sender: string;
	text: string;
}

export interface WhatsAppBody {
	phoneNumberId: number;
	templateId?: number;
	body?: object;
}

export interface SendRequest {
	destination: string;
	agentId: number;
	body?: { type: ContentBody['type'] };
	templateId?: number;
	campaignId?: string;
	messageId?: string;
	simulation?: boolean;
	enableNotification?: boolean;
	maxSmsParts?: number;
	placeholders?: Record<string, string>;
	scheduledDate?: string;
	fallbackWhatsApp?: WhatsAppBody;
	fallbackSms?: SmsBody;
}

export interface TemplateRequest {
	name: string;
	description: string;
	type: ContentBody['type'];
	/** The fields of its type, written as the template guide has them. */
	body: { [field: string]: unknown; fallbackSms?: SmsBody };
}

export interface Template extends TemplateRequest {
	id: number;
}
