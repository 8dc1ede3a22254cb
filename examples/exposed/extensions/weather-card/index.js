export default { id: "weather-card" };
