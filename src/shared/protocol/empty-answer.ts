/** The body of a success that has nothing to say. Clients parse every answer as JSON, and an empty body is none. */
export const EMPTY_ANSWER_SCHEMA = { type: 'object', maxProperties: 0, additionalProperties: false, example: {} };
