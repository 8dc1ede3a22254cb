export { endpoint, Vault } from './config.js';
export * as config from './config.js';
