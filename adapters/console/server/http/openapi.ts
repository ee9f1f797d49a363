import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const DESCRIPTION = {
  openapi: '3.1.0' as const,
  info: {
    title: 'Amin',
    version: '1',
    description:
      'What the console does, for other programs. Errors are problem+json with a stable `code`. ' +
      'Times are ISO 8601 in UTC. Writes by cookie carry the header `x-amin: 1`.',
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'amin.session_token' },
      key: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'An API key: npm run -s amin -- api-key create --scope S',
      },
    },
  },
  security: [{ session: [] }, { key: [] }],
}

/**
 * `POST /api/v1/cases/:code/claim` is `postCasesCodeClaim`: what a generated client calls it,
 * stable as long as the address is.
 */
const operationIdOf = (method: string, url: string): string =>
  [
    method.toLowerCase(),
    ...(url.replace(/^\/api\/v1/, '').match(/[a-z\d]+/gi) ?? []).map(
      (part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`,
    ),
  ].join('')

/** A route as it stands in the description, under its own name. */
const named: typeof jsonSchemaTransform = (given) => {
  const made = jsonSchemaTransform(given)
  return {
    ...made,
    schema: { operationId: operationIdOf(String([given.route.method].flat()[0]), given.url), ...made.schema },
  }
}

/** How the description of the API for other programs (`/api/v1/openapi.json`) is made from its routes. */
export const openapi: FastifyDynamicSwaggerOptions = {
  openapi: DESCRIPTION,
  transform: named,
  transformObject: jsonSchemaTransformObject,
}
