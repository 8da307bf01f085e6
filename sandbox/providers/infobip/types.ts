/** The requests of the RCS API, as far as the sandbox reads them; `schema/` is what checks them. */
export type RcsSuggestion = { text: string; postbackData: string } & (
	| { type: 'REPLY' | 'REQUEST_LOCATION' }
	| {
			type: 'OPEN_URL';
			url: string;
			application?: 'BROWSER' | 'WEBVIEW';
			webviewViewMode?: 'FULL' | 'HALF' | 'TALL';
	  }
	| { type: 'DIAL_PHONE'; phoneNumber: string }
	| { type: 'SHOW_LOCATION'; latitude: number | string; longitude: number | string; label?: string }
	| {
			type: 'CREATE_CALENDAR_EVENT';
			startTime: string;
			endTime: string;
			title: string;
			description?: string;
	  }
);

export interface RcsCard {
	title?: string;
	description?: string;
	media?: {
		file: { url: string };
		thumbnail?: { url: string };
		height: 'SHORT' | 'MEDIUM' | 'TALL';
	};
	suggestions?: RcsSuggestion[];
}

interface CardBody {
	type: 'CARD';
	orientation: 'HORIZONTAL' | 'VERTICAL';
	alignment: 'LEFT' | 'RIGHT';
	content: RcsCard;
}

interface CarouselBody {
	type: 'CAROUSEL';
	cardWidth: 'SMALL' | 'MEDIUM';
	contents: RcsCard[];
}

interface Chips {
	suggestions?: RcsSuggestion[];
}

/** What a handset can show: everything but a reference to a template. */
export type ShownContent =
	| ({ type: 'TEXT'; text: string } & Chips)
	| ({ type: 'FILE'; file: { url: string }; thumbnail?: { url: string } } & Chips)
	| (CardBody & Chips)
	| (CarouselBody & Chips);

export interface TemplateReference {
	type: 'PROVIDER_TEMPLATE';
	templateId: string;
	parameters?: { name: string; value: string }[];
}

export type RcsContent = ShownContent | TemplateReference;

export type TemplateContent =
	| ({ type: 'TEXT'; text: string } & Chips)
	| ({ type: 'TEXT_WITH_PDF'; text: string; url: string; messageOrder?: string } & Chips)
	| CardBody
	| CarouselBody;

export interface Platform {
	entityId?: string;
	applicationId?: string;
}

export interface Validity {
	amount: number;
	timeUnit?: 'SECONDS' | 'MINUTES' | 'HOURS';
}

export interface DeliveryTimeWindow {
	days: string[];
	from?: { hour: number; minute: number };
	to?: { hour: number; minute: number };
}

export interface MmsSegment {
	type: 'TEXT' | 'LINK' | 'SMIL' | 'UPLOADED_REFERENCE';
	text?: string;
	contentUrl?: string;
}

export interface MessageOptions {
	platform?: Platform;
	validityPeriod?: Validity;
	deliveryTimeWindow?: DeliveryTimeWindow;
	campaignReferenceId?: string;
	smsFailover?: { sender?: string; text: string };
	mmsFailover?: { sender?: string; content: { title?: string; messageSegments: MmsSegment[] } };
}

export interface MessageWebhooks {
	delivery?: { url?: string; intermediateReport?: boolean; notify?: boolean };
	callbackData?: string;
	seen?: { url?: string };
}

export interface Destination {
	to: string;
	messageId?: string;
}

export interface RcsMessage {
	sender?: string;
	destinations: Destination[];
	content: RcsContent;
	options?: MessageOptions;
	webhooks?: MessageWebhooks;
}

export interface MessageRequest {
	messages: RcsMessage[];
	options?: {
		schedule?: { bulkId?: string; sendAt?: string };
		messageOrdering?: { respectOrder?: boolean };
	};
}

export interface CapabilityRequest {
	sender: string;
	phoneNumbers: string[];
	notifyUrl?: string;
	options?: { platform?: Platform };
}

export interface EventRequest {
	events: {
		sender: string;
		destinations: Destination[];
		content: { type: 'TYPING_INDICATOR' } | { type: 'SEEN'; messageId: string };
	}[];
}

export interface Security {
	authId: string;
	type?: 'BASIC' | 'HMAC' | 'OAUTH' | 'CUSTOM';
	credentials?: {
		username?: string;
		password?: string;
		secretKey?: string;
		algorithm?: string;
	};
}

export interface Profile {
	profileId: string;
	webhook?: { notifyUrl: string; contentType?: string };
	security?: Security;
	headers?: Record<string, string>;
	maxBucketSize?: number;
}

export interface Subscription {
	subscriptionId: string;
	name?: string;
	events: string[];
	criteria?: Platform[];
	resources?: string[];
	users?: string[];
	profile: Profile;
}
