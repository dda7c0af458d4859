/** Language of articles whose source names none (BCP 47). */
export const DEFAULT_LOCALE = process.env.DEFAULT_LOCALE || 'en'
