/** What the token endpoint answers with status 400 (RFC 6749 5.2). */
export interface TokenError {
	error: string;
	error_description: string;
}

export const refuse = (error: string, error_description: string): TokenError => ({
	error,
	error_description,
});
