export default { title: 'The Machine Room', url: 'https://machine.example.com', baseUrl: '/' }
