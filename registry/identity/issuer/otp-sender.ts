import type { Logger } from 'pino';
import { maskPhone } from '../sessions/customers.ts';
import type { Language } from './pages/language.ts';

export interface OtpMessage {
  /** Eleven digits, mainland China. */
  readonly phone: string;
  readonly code: string;
  readonly language: Language;
}

/** Hands the code to whoever delivers it. Rejecting means that it was certainly not delivered. */
export interface OtpSender {
  send(message: OtpMessage): Promise<void>;
}

/** For demo installations only, where whoever reads the log is whoever signs in. */
export function createLogOtpSender(log: Logger): OtpSender {
  return {
    async send({ phone, code }) {
      log.info(`OTP for ${maskPhone(phone)} is ${code}`);
    },
  };
}
